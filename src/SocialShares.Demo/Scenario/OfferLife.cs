using SocialShares.Demo.Api;
using SocialShares.Demo.People;
using SocialShares.Demo.Seed;
using SocialShares.Features.Governance;
using SocialShares.Features.Issuing;

namespace SocialShares.Demo.Scenario;

/// <summary>Runs one published offer from its enterprise's registration to five years after its shares were issued, or to the maturity of its bonds.</summary>
public sealed class OfferLife(
    Town town,
    Timeline timeline,
    PublishedOffer offer,
    int buyers,
    int seed,
    Progress progress
)
{
    private const int Waves = 6;
    private readonly OfferTerms terms = offer.Terms;

    /// <summary>The last day of sale; of an open offer the day that its board will name.</summary>
    private DateOnly LastDay => offer.LastDay;

    /// <summary>Lives it.</summary>
    /// <exception cref="CannotExpress">The terms cannot be serviced.</exception>
    public async Task<LifeLived> Live(CancellationToken ct)
    {
        await timeline.Until(Morning(terms.OpensOn.AddDays(-10)), ct);
        Say("the enterprise registers; its offer is drafted, submitted and approved");
        if (offer.Interest.IsAssumed)
            Say("the terms name no share interest: assumed 2 % a year within a cap of 5 %, after 2 years");
        if (terms.Allocation is { } allocation)
            Say($"the terms do not say how much may be applied for: assumed {allocation.MostAppliedForMinor / 100}");
        foreach (var note in offer.Bonds?.Notes ?? offer.Notes)
            Say(note);
        if (offer.Currency == Currency.Gbp)
            Say("in pounds buyers pay by card, Bacs debit or bank transfer; iDEAL takes euros only");
        var company = await Company.Register(town, Profile(), Board(), Language, TestIban.Of(offer.Country, 1), ct);
        foreach (var covenant in offer.Covenants)
            await company.Chair.Post(
                $"/enterprises/{company.Id}/covenants",
                new AdoptCovenant.Body(
                    covenant.Kind,
                    covenant.Limit,
                    true,
                    covenant.Statement,
                    terms.OpensOn.AddDays(-20)
                ),
                ct
            );
        var drafted = await company.Launch(Draft(), Document(), ct);
        var bought = await Sell(drafted.Id, company, ct);
        var shown = await Close(drafted.Id, company, ct);
        if (shown.State == OfferState.Completed && terms.Instalments is not null)
        {
            await new LaterParts(town, timeline, drafted.Id, Say).Pay(
                bought,
                LastDay.AddDays(terms.ReflectionDays + 2),
                ct
            );
            shown = await town.First.Get<OfferShown>($"/offers/{drafted.Id}", ct);
        }
        var life = new LifeLived(offer, company, shown, bought);
        if (shown.State == OfferState.Completed && offer.Bonds is not null)
            life = await new BondPayments(town, timeline, life, Say).Pay(ct);
        else if (shown.State == OfferState.Completed)
        {
            var interest = new InterestYears(town, timeline, life, Say);
            life = life with { Runs = await interest.Pay(ct) };
        }
        else if (shown.State != OfferState.Failed)
            throw new InvalidOperationException($"The offer ended in the state {shown.State}.");
        return life;
    }

    private string Language => offer.Country == "NL" ? "nl" : "en";

    /// <summary>Ten o'clock (UTC): in the daytime of every enterprise's zone.</summary>
    internal static DateTimeOffset Morning(DateOnly day) => new(day, new TimeOnly(10, 0), TimeSpan.Zero);

    private async Task<IReadOnlyList<Bought>> Sell(OfferId id, Company company, CancellationToken ct)
    {
        var crowd = new Crowd(town, offer, buyers, seed).Come();
        var buying = new Buying(town, id);
        var all = new List<Bought>();
        var days = LastDay.DayNumber - terms.OpensOn.DayNumber;
        var wave = 0;
        foreach (var some in crowd.Chunk((crowd.Count + Waves - 1) / Waves))
        {
            // The first on the first day, the last on the last.
            var day = terms.OpensOn.AddDays(days * wave++ / (Waves - 1));
            await timeline.Until(Morning(day), ct);
            if (terms.Kind == OfferKind.Open && wave == Waves - 1)
            {
                await company.Chair.Post($"/offers/{id}/end", new EndOffer.Body(LastDay), ct);
                Say("the board names the last day of the open offer");
            }
            Say($"{some.Length} people apply");
            var bought = await buying.Send(some, progress.OneBuyer, ct);
            all.AddRange(bought);
            foreach (var gift in bought.Where(b => b is { Id: not null, Buyer.Giver: not null }))
                Say($"what {gift.Buyer.Giver!.Name} pays is given to {gift.Buyer.Holder.Name}, who accepts");
            await timeline.Until(Morning(day.AddDays(2)), ct);
            await town.Bank.Work(ct);
            await buying.Cancel(bought, ct);
        }
        return all;
    }

    private async Task<OfferShown> Close(OfferId id, Company company, CancellationToken ct)
    {
        await timeline.Until(Morning(LastDay.AddDays(1)), ct);
        Say("the offer has closed; reflection periods run out");
        var settled = LastDay.AddDays(terms.ReflectionDays + 2);
        await timeline.Until(Morning(offer.Bonds?.IssueOn > settled ? offer.Bonds.IssueOn.Value : settled), ct);
        // The last issue of an open offer has to be paid out before it is completed.
        if (terms.Kind == OfferKind.Open)
            await timeline.Until(Morning(settled.AddDays(1)), ct);
        await town.Bank.Work(ct);
        var shown = await town.First.Get<OfferShown>($"/offers/{id}", ct);
        if (shown.State == OfferState.Closed && terms.Allocation is not null)
        {
            var signed = await new BoardSigns(town, company).Sign(id, ct);
            Say(
                $"{signed.AskedMinor / 100} asked, {signed.AllottedMinor / 100} allotted: {signed.GetPart} get a part, {signed.GetNothing} nothing; the board signed"
            );
            await town.Bank.Work(ct);
            shown = await town.First.Get<OfferShown>($"/offers/{id}", ct);
        }
        if (shown.UnitsReserved > shown.UnitsOffered)
            throw new InvalidOperationException("More units were sold than were offered.");
        Say($"{shown.State}: {shown.Raised.FirmMinor / 100} of {terms.MaximumTargetMinor / 100} {offer.Currency.Code}");
        return shown;
    }

    private void Say(string what) => progress.Say($"{offer.Key}: {what}");

    private RegisterEnterprise.Body Profile() =>
        new(
            offer.Issuer,
            offer.LegalForm,
            offer.Country,
            offer.RegistryNumber,
            "1 The Green, Anyvillage",
            offer.Issuer.Split(' ')[0],
            offer.Currency,
            offer.Country switch
            {
                "NL" => "Europe/Amsterdam",
                "BE" => "Europe/Brussels",
                _ => "Europe/London",
            },
            "bottle",
            "shop",
            "chair",
            IsResident: true
        );

    private Officer[] Board() =>
        [
            Member("Chair", "chair", isResident: true),
            Member("Treasurer", "treasurer", isResident: true),
            Member("Secretary", "secretary", isResident: false),
        ];

    private Officer Member(string name, string office, bool isResident) =>
        new(new SignIn($"{name} of {offer.Issuer}", $"{office}@{offer.Key}.example.org"), office, isResident);

    private DraftOffer.Body Draft() =>
        new(
            null,
            offer.Bonds is not null
                ? null
                : new ShareTerms(
                    offer.ParValueMinor,
                    offer.Currency,
                    offer.Interest.CapPpm,
                    offer.Interest.StartsAfterYears,
                    offer.Interest.MayReinvest,
                    offer.Holding
                ),
            offer.Issuer,
            $"{offer.Issuer} raises money to {offer.Purpose}.",
            terms,
            offer.Bonds?.Tranches
        );

    private byte[] Document() =>
        OfferDocument.Write(
            offer.Issuer,
            $"{offer.Issuer} raises money to {offer.Purpose}.",
            "You can lose the money that you put in."
        );
}
