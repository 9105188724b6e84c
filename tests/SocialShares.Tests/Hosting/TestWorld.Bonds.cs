using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Bonds;
using SocialShares.Features.Governance;
using SocialShares.Features.Issuing;
using SocialShares.Features.Ledger;
using SocialShares.Features.Payouts;
using SocialShares.Jobs;

namespace SocialShares.Tests.Hosting;

/// <summary>An issued series of bonds of a test.</summary>
public sealed record IssuedSeries(BondSeriesId Id, DraftedOffer Offer)
{
    /// <summary>Shorthand of paths.</summary>
    public string Path => $"bond-series/{Id}";
}

/// <summary>Bonds: offers, issue, payments period by period, each step through the API.</summary>
public sealed partial class TestWorld
{
    /// <summary>Bonds of 10.00 over two years at 6 %, interest twice a year, repaid at the end.</summary>
    public static BondTerms TwoYears(Currency currency) =>
        new(
            Par,
            currency,
            60_000,
            PaymentFrequency.HalfYearly,
            new RepaymentTerms(RepaymentKind.Bullet),
            TermMonths: 24,
            Calendar: HolidayCalendar.Target
        );

    /// <summary>A board drafts an offer of bonds; its maximum is what the tranches add up to.</summary>
    public async Task<Reply> TryDraftBonds(
        RegisteredEnterprise by,
        IReadOnlyList<BondTranche> tranches,
        Func<OfferTerms, OfferTerms>? change = null
    )
    {
        var terms = BondOfferTerms(by, tranches, change);
        var body = new DraftOffer.Body(
            null,
            null,
            "Solar panels on the village hall",
            "The roof of the hall makes the power that the hall uses.",
            terms,
            tranches
        );
        return await by.Chair.Post($"enterprises/{by.Id}/offers", body);
    }

    /// <summary>An offer of bonds that takes applications.</summary>
    public async Task<DraftedOffer> OpenBonds(
        BondTerms? bond = null,
        IReadOnlyList<BondTranche>? tranches = null,
        Func<OfferTerms, OfferTerms>? change = null,
        RegisteredEnterprise? by = null,
        string iban = "NL91ABNA0417164300"
    )
    {
        by ??= await RegisterEnterprise(Currency.Eur);
        (await by.Chair.Put($"enterprises/{by.Id}/bank-account", new UseBankAccount.Body(iban))).ShouldSucceed();
        tranches ??= [new BondTranche(100 * Par, bond ?? TwoYears(by.Currency))];
        var drafted = (await TryDraftBonds(by, tranches, change)).As<OfferDrafted>();
        var offer = new DraftedOffer(drafted.Id, drafted.Slug, default, by, BondOfferTerms(by, tranches, change));
        (await by.Chair.Upload($"{offer.Path}/documents?fileName=offer.pdf", Pdf)).ShouldSucceed();
        (await by.Chair.Post($"{offer.Path}/submit")).ShouldSucceed();
        (await (await Administrator()).Post($"{offer.Path}/approve")).ShouldSucceed();
        await RunAll(nameof(MoveOffers));
        (await Show(offer)).State.ShouldBe(OfferState.Open);
        return offer;
    }

    /// <summary>A series that was sold to some people and issued.</summary>
    /// <param name="units">Bonds of each of them, in their order.</param>
    /// <param name="bond">Its terms.</param>
    /// <param name="people">Who buys; new people where nobody is named.</param>
    public async Task<IssuedSeries> IssueBonds(
        IReadOnlyList<long> units,
        BondTerms? bond = null,
        IReadOnlyList<Person>? people = null
    )
    {
        var offer = await OpenBonds(bond);
        for (var i = 0; i < units.Count; i++)
            await Buy(offer, units[i], people?[i]);
        await End(offer);
        return new IssuedSeries((await Show(offer)).Series.Single().Id, offer);
    }

    /// <summary>The series as its board sees it.</summary>
    public async Task<BondSeriesRead> Show(IssuedSeries series) =>
        (await series.Offer.By.Chair.Get(series.Path)).As<BondSeriesRead>();

    /// <summary>One period of a series, from its board's page.</summary>
    public async Task<PeriodRow> Period(IssuedSeries series, int no) =>
        (await Show(series)).Periods.Single(p => p.No == no);

    /// <summary>Moves the clock to noon of a day; never back.</summary>
    public void MoveToDay(DateOnly day)
    {
        var noon = day.ToDateTime(new TimeOnly(12, 0));
        Clock.Move(noon > Clock.Now ? noon - Clock.Now : TimeSpan.Zero);
    }

    /// <summary>An administrator calculates the payment of a period after its day of record.</summary>
    public async Task<Reply> TryCalculate(IssuedSeries series, int periodNo, Guid? key = null) =>
        await (await Administrator()).Post($"{series.Path}/payout-runs", new CalculateBondPayment.Body(periodNo), key);

    /// <summary>Calculated, approved by another, and paid on its day.</summary>
    public async Task<PayoutRunRead> Pay(IssuedSeries series, int periodNo)
    {
        var due = (await Period(series, periodNo)).DueOn;
        MoveToDay(due);
        await RunAll(nameof(BookBonds));
        var run = (await TryCalculate(series, periodNo)).As<PayoutRunCalculated>();
        (await (await SecondAdministrator()).Post($"payout-runs/{run.Id}/approval")).ShouldSucceed();
        await RunAll(nameof(ExecutePayouts));
        return (await (await Administrator()).Get($"payout-runs/{run.Id}")).As<PayoutRunRead>();
    }

    /// <summary>How many mails about a series' enterprise have some words in their subject.</summary>
    public async Task<int> MailsAbout(IssuedSeries series, string words)
    {
        var name = await InDatabase(db =>
            db.Enterprises.Where(e => e.Id == series.Offer.By.Id).Select(e => e.Name).SingleAsync()
        );
        return await InDatabase(db =>
            db.SentMails.CountAsync(m => m.Subject.Contains(name) && m.Subject.Contains(words))
        );
    }

    /// <summary>Every agreement of the books holds.</summary>
    public async Task ChecksShouldHold()
    {
        var checks = (await (await Administrator()).Get("ledger/checks")).As<IReadOnlyList<BookCheck>>();
        checks.Where(c => c.Holds != true).Select(c => $"{c.Code} {c.Subject}: {c.Left} {c.Right}").ShouldBeEmpty();
    }

    /// <summary>The holder that a person is in a series' enterprise.</summary>
    public Task<Member> HolderOf(IssuedSeries series, Person person) =>
        InDatabase(db =>
            db.Members.AsNoTracking().SingleAsync(m => m.EnterpriseId == series.Offer.By.Id && m.PersonId == person.Id)
        );

    private OfferTerms BondOfferTerms(
        RegisteredEnterprise by,
        IReadOnlyList<BondTranche> tranches,
        Func<OfferTerms, OfferTerms>? change
    )
    {
        var terms = Terms(by.Zone) with
        {
            MaximumTargetMinor = tranches.Sum(t => t.MaximumMinor),
            // the least under the usual rules of each country
            ReflectionDays = by.Currency == Currency.Eur ? 14 : 4,
        };
        return change?.Invoke(terms) ?? terms;
    }
}
