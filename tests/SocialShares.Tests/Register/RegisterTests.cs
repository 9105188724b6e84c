using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Register;
using SocialShares.Http;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Payouts;

namespace SocialShares.Tests.Register;

/// <summary>What the register says on a day, and what a holder sees of it.</summary>
public sealed class RegisterTests
{
    private static readonly DateTime PayDay = new(2026, 2, 1, 9, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task The_register_is_as_it_was_on_the_day_asked_for(Engine engine)
    {
        await using var village = await AfterInterest(engine);
        var enterprise = village.Enterprise.Id;

        var now = await Read(village, new ReadRegister(enterprise));
        var before = await Read(village, new ReadRegister(enterprise, AsOf: new DateOnly(2026, 1, 31)));
        var early = await Read(village, new ReadRegister(enterprise, AsOf: new DateOnly(2024, 1, 1)));

        now.Members.Select(m => m.Units).ShouldBe([1000, 342]);
        now.Members.Select(m => m.PaidMinor).ShouldBe([100_000, 34_200]);
        before.Members.Select(m => m.Units).ShouldBe([1000, 333]);
        (early.Count, early.Members.Count).ShouldBe((0, 0));
        now.Officers.Single().Office.ShouldBe("chair");
    }

    [Theory]
    [EveryDatabase]
    public async Task The_public_part_shows_no_holdings_and_pages_by_number(Engine engine)
    {
        await using var village = await AfterInterest(engine);
        var enterprise = village.Enterprise.Id;

        var first = await Read(village, new ReadRegister(enterprise, WithHoldings: false, Take: 1));
        var second = await Read(village, new ReadRegister(enterprise, After: first.Next!.Value, Take: 1));
        var found = await Read(village, new ReadRegister(enterprise, Search: "HOLDER 2"));

        first.Members.Single().Units.ShouldBeNull();
        first.Members.Single().PaidMinor.ShouldBeNull();
        second.Members.Single().Number.ShouldBe(2);
        second.Next.ShouldBeNull();
        found.Members.Single().Number.ShouldBe(2);
    }

    [Theory]
    [EveryDatabase]
    public async Task The_register_downloads_with_and_without_holdings(Engine engine)
    {
        await using var village = await AfterInterest(engine);

        var full = await Csv(village, withHoldings: true);
        var names = await Csv(village, withHoldings: false);

        full.Split('\n')[0].ShouldStartWith("key,holder,name,admittedOn,ceasedOn,units,paidMinor");
        full.Split('\n')[2].ShouldStartWith("hallowby-shop,2,Holder 2,2024-12-02,,342,34200,person");
        names.Split('\n')[2].ShouldStartWith("hallowby-shop,2,Holder 2,2024-12-02,,,,person");
    }

    [Theory]
    [EveryDatabase]
    public async Task A_holder_sees_shares_interest_and_certificates_year_by_year(Engine engine)
    {
        await using var village = await AfterInterest(engine);
        var member = village.Members[1];

        var portfolio = await village.Do(
            new ReadPortfolio(),
            db => new ReadPortfolio.Handler(db, SignedInAs(member.PersonId), TimeProvider.System)
        );
        var holding = await village.Do(
            new ReadHolding(member.Id),
            db => new ReadHolding.Handler(db, TimeProvider.System)
        );

        portfolio.Single().ShouldBeEquivalentTo(holding.Card);
        (holding.Card.Units, holding.Card.PaidMinor, holding.Card.InterestMinor).ShouldBe((342L, 34_200L, 999L));
        holding.Card.MayReinvest.ShouldBeTrue();
        holding.Years.Select(y => (y.Year, y.InterestMinor, y.UnitsAtEnd)).ShouldBe([(2026, 999, 342), (2024, 0, 333)]);
        holding
            .Years[0]
            .Movements.Select(m => (m.Kind, m.Units))
            .ShouldBe([(MovementKind.Interest, 0L), (MovementKind.Reinvestment, 9L)]);
        holding.Certificates.Single().Units.ShouldBe(9);
    }

    [Theory]
    [EveryDatabase]
    public async Task Anyone_can_check_a_certificate_and_learns_only_initials(Engine engine)
    {
        await using var village = await AfterInterest(engine);
        await using var db = village.Open();
        var code = (await db.Certificates.SingleAsync(Ct)).Code;
        var typed = $"{code[..4]} {code[4..8]}-{code[8..]}".ToLowerInvariant();
        var handler = new VerifyCertificate.Handler(db, village.Clock);

        var real = await handler.Handle(new VerifyCertificate(typed), Ct);
        var printed = await village.Do(
            new ReadCertificate(village.Members[1].Id, real.Number),
            d => new ReadCertificate.Handler(d)
        );

        (real.EnterpriseName, real.Units, real.HolderInitials).ShouldBe(("Hallowby Shop", 9L, "H.2."));
        (printed.HolderName, printed.Code, printed.PriceMinor).ShouldBe(("Holder 2", code, 100L));
        await Should.ThrowAsync<NotThere>(() => handler.Handle(new VerifyCertificate("22222222222"), Ct));
        await Should.ThrowAsync<NotThere>(() => handler.Handle(new VerifyCertificate("222222222222"), Ct));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_payout_choice_needs_a_right_iban(Engine engine)
    {
        await using var village = await Village.On(engine, [(10, To.BankWithoutIban)]);
        var member = village.Members[0].Id;
        Task<PayoutChosen> Choose(PayoutDestination destination, string? iban) =>
            village.Do(new ChoosePayout(member, destination, iban), db => new ChoosePayout.Handler(db));

        var wrong = await Should.ThrowAsync<Refused>(() => Choose(PayoutDestination.Bank, "GB29NWBK60161331926818"));
        var none = await Should.ThrowAsync<Refused>(() => Choose(PayoutDestination.Bank, null));
        var right = await Choose(PayoutDestination.Bank, "gb29 nwbk 6016 1331 9268 19");
        var shares = await Choose(PayoutDestination.Reinvest, "GB29NWBK60161331926819");

        (wrong.Code, none.Code).ShouldBe(("iban.checksum", "iban.invalid"));
        (right.IbanLastFour, right.Version).ShouldBe(("6819", 2));
        // Kept for payments on bonds, which cannot be left in.
        (shares.IbanLastFour, shares.Destination).ShouldBe(("6819", PayoutDestination.Reinvest));
        (await Choose(PayoutDestination.Reinvest, " ")).IbanLastFour.ShouldBeNull();
    }

    private static async Task<Village> AfterInterest(Engine engine)
    {
        var village = await Village.On(engine, [(1000, To.Bank), (333, To.NewShares)]);
        var run = await village.Calculate(await village.Declare());
        await village.Approve(run.Id);
        village.Clock.Now = PayDay;
        await village.ExecuteAll(run.Id);
        return village;
    }

    private static Task<RegisterPage> Read(Village village, ReadRegister request) =>
        village.Do(request, db => new ReadRegister.Handler(db, village.Clock));

    private static async Task<string> Csv(Village village, bool withHoldings)
    {
        await using var db = village.Open();
        var request = new RegisterCsv(village.Enterprise.Id, WithHoldings: withHoldings);
        var download = await new RegisterCsv.Handler(db, village.Clock).Handle(request, Ct);
        using var content = new MemoryStream();
        await download.Write(content, Ct);
        return Encoding.UTF8.GetString(content.ToArray());
    }

    private static Caller SignedInAs(PersonId person)
    {
        var claims = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person.Value.ToString())], "test");
        var http = new DefaultHttpContext { User = new ClaimsPrincipal(claims) };
        return new Caller(new HttpContextAccessor { HttpContext = http });
    }
}
