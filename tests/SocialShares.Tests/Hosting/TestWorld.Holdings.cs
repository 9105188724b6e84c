using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Governance;
using SocialShares.Features.Holdings;
using SocialShares.Features.Issuing;
using SocialShares.Features.Payouts;
using SocialShares.Jobs;

namespace SocialShares.Tests.Hosting;

/// <summary>An issued class of shares of a test.</summary>
public sealed record IssuedShares(ShareClassId Id, RegisteredEnterprise By, DraftedOffer Offer)
{
    /// <summary>Shorthand of the enterprise's path.</summary>
    public string Path => $"enterprises/{By.Id}";
}

/// <summary>What holders do with their shares later, each step through the API.</summary>
public sealed partial class TestWorld
{
    /// <summary>All that holders and boards may do, at once.</summary>
    public static readonly HoldingTerms Loose = new(true, false, true, 0, 0, Rate.Whole, true, 0, true);

    /// <summary>Shares that were sold to some people and issued.</summary>
    /// <param name="people">Who buys how many.</param>
    /// <param name="holding">Rules of the class; <see cref="Loose"/> where nothing else is said.</param>
    /// <param name="currency">Pounds where nothing else is said.</param>
    /// <param name="by">By whom; a new enterprise where nothing is said.</param>
    /// <param name="change">What is different in the terms.</param>
    /// <param name="type">The membership type of each, where the terms have some.</param>
    /// <param name="during">What else happens while the offer is open.</param>
    public async Task<IssuedShares> IssueShares(
        IReadOnlyList<(Person By, long Units)> people,
        HoldingTerms? holding = null,
        Currency? currency = null,
        RegisteredEnterprise? by = null,
        Func<OfferTerms, OfferTerms>? change = null,
        Func<Person, string>? type = null,
        Func<DraftedOffer, Task>? during = null
    )
    {
        by ??= await RegisterEnterprise(currency ?? Currency.Gbp);
        (
            await by.Chair.Put($"enterprises/{by.Id}/bank-account", new UseBankAccount.Body("NL91ABNA0417164300"))
        ).ShouldSucceed();
        var terms = change is null ? Terms(by.Zone) : change(Terms(by.Zone));
        var shareTerms = Class(by.Currency) with { InterestStartsAfterYears = 0, Holding = holding ?? Loose };
        var body = new DraftOffer.Body(
            null,
            shareTerms,
            "Reopen Hallowby's village shop",
            "Buy the building and open six days a week.",
            terms
        );
        var drafted = (await by.Chair.Post($"enterprises/{by.Id}/offers", body)).As<OfferDrafted>();
        var offer = new DraftedOffer(drafted.Id, drafted.Slug, drafted.ShareClassId!.Value, by, terms);
        (await by.Chair.Upload($"{offer.Path}/documents?fileName=offer.pdf", Pdf)).ShouldSucceed();
        (await by.Chair.Post($"{offer.Path}/submit")).ShouldSucceed();
        (await (await Administrator()).Post($"{offer.Path}/approve")).ShouldSucceed();
        await RunAll(nameof(MoveOffers));
        foreach (var (person, units) in people)
            await Buy(offer, units, person, type: type?.Invoke(person));
        if (during is not null)
            await during(offer);
        await End(offer);
        return new IssuedShares(offer.ClassId, by, offer);
    }

    /// <summary>The holder that a person is in an enterprise.</summary>
    public Task<Member> HolderOf(EnterpriseId enterprise, Person person) =>
        InDatabase(db =>
            db.Members.AsNoTracking().SingleAsync(m => m.EnterpriseId == enterprise && m.PersonId == person.Id)
        );

    /// <summary>What a holder has of a class by the register.</summary>
    public Task<long> Held(IssuedShares shares, MemberId holder) =>
        InDatabase(db =>
            db.RegisterEntries.Where(e => e.ShareClassId == shares.Id && e.MemberId == holder).SumAsync(e => e.Units)
        );

    /// <summary>Another person of an enterprise's board, seated by an administrator: a second pair of eyes.</summary>
    public async Task<Person> Seat(RegisteredEnterprise by) => await Seat(by, await Administrator());

    /// <summary>Another person of an enterprise's board, by somebody's word.</summary>
    public async Task<Person> Seat(RegisteredEnterprise of, Person by)
    {
        var person = await SignUp("Sam Secretary");
        (await TrySeat(of, by, person)).ShouldSucceed();
        return person;
    }

    /// <summary>Somebody seats somebody else, or tries to.</summary>
    public static Task<Reply> TrySeat(RegisteredEnterprise of, Person by, Person whom) =>
        by.Post(
            $"enterprises/{of.Id}/board",
            new SeatBoardMember.Body(whom.Email, "secretary", IsResident: true),
            Person.NoKey
        );

    /// <summary>A holder asks to pass shares on.</summary>
    public async Task<Reply> TryTransfer(IssuedShares shares, Person giver, string to, long units, Guid? key = null) =>
        await giver.Post(
            $"holdings/{(await HolderOf(shares.By.Id, giver)).Id}/transfers",
            new AskTransfer.Body(shares.Id, null, to, units, "A gift"),
            key
        );

    /// <summary>The board records that bonds are to pass on a day.</summary>
    public async Task<Reply> TryRecord(IssuedSeries series, Member giver, string to, long units, DateOnly? on) =>
        await series.Offer.By.Chair.Post(
            $"enterprises/{series.Offer.By.Id}/transfers",
            new RecordTransfer.Body(giver.Number, to, units, "Deed of sale", BondSeriesId: series.Id, On: on)
        );

    /// <summary>The giver confirms what the board recorded.</summary>
    public async Task<Reply> Confirm(TransferStanding transfer, Member giver, Person by) =>
        await by.Post($"holdings/{giver.Id}/transfers/{transfer.Id}/confirmation", key: Person.NoKey);

    /// <summary>The code that stands in the mail to the receiver of a transfer.</summary>
    public async Task<string> CodeInMail(TransferId transfer, Person receiver)
    {
        await Settle();
        var mails = await InDatabase(db =>
            db.SentMails.Where(m => m.To == receiver.Email).Select(m => m.Text).ToListAsync()
        );
        var link = new Regex($"transfers/{transfer}\\?code=([A-Z0-9]+)");
        return mails.Select(m => link.Match(m)).Last(m => m.Success).Groups[1].Value;
    }

    /// <summary>The receiver accepts with the code of the mail.</summary>
    public async Task<Reply> TryAccept(TransferId transfer, Person receiver, HolderDetails? details = null) =>
        await receiver.Post(
            $"transfers/{transfer}/acceptance",
            new AcceptTransfer.Body(await CodeInMail(transfer, receiver), details ?? Holder()),
            Person.NoKey
        );

    /// <summary>A holder asks money back.</summary>
    public async Task<Reply> TryWithdraw(IssuedShares shares, Person holder, long units, Guid? key = null) =>
        await holder.Post(
            $"holdings/{(await HolderOf(shares.By.Id, holder)).Id}/withdrawals",
            new AskWithdrawal.Body(shares.Id, units),
            key
        );

    /// <summary>The board approves, with its attestation.</summary>
    public static Task<Reply> TryApprove(IssuedShares shares, WithdrawalId id, long? units = null) =>
        shares.By.Chair.Post(
            $"{shares.Path}/withdrawals/{id}/decision",
            new DecideWithdrawal.Body(true, units, Attested: true),
            Person.NoKey
        );

    /// <summary>One administrator calculates the run of approved withdrawals, another approves, the job pays.</summary>
    public async Task<PayoutRunRead> PayWithdrawals(IssuedShares shares)
    {
        var run = (
            await (await Administrator()).Post($"share-classes/{shares.Id}/withdrawal-runs")
        ).As<PayoutRunCalculated>();
        (await (await SecondAdministrator()).Post($"payout-runs/{run.Id}/approval")).ShouldSucceed();
        await RunAll(nameof(ExecutePayouts));
        return (await (await Administrator()).Get($"payout-runs/{run.Id}")).As<PayoutRunRead>();
    }
}
