using Microsoft.AspNetCore.Mvc.ModelBinding;
using SocialShares.Features.Issuing;
using SocialShares.Http;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>Reads the tranches out of a typed form. What cannot be read, or breaks a rule of the domain, is an error of its field.</summary>
internal sealed class TypedBonds(BondForm form, Currency currency, ModelStateDictionary state)
{
    private const string Prefix = "Form.Bond.";

    /// <summary>How the fields of the requests are called in a row of the form.</summary>
    public static (string Api, string Page)[] FieldsOf(int row) =>
        [
            ("tranches", $"{Prefix}Tranches[{row}].Maximum"),
            ("maximumMinor", $"{Prefix}Tranches[{row}].Maximum"),
            ("ratePpm", $"{Prefix}Tranches[{row}].Rate"),
            ("termMonths", $"{Prefix}Tranches[{row}].Months"),
            ("maturesOn", $"{Prefix}Tranches[{row}].MaturesOn"),
            ("nominalMinor", $"{Prefix}Nominal"),
            ("currency", $"{Prefix}Nominal"),
            ("repayment", $"{Prefix}Repayment"),
            ("instalments", $"{Prefix}Repayment"),
            ("rateSteps", $"{Prefix}Steps[0].From"),
            ("from", $"{Prefix}Steps[0].From"),
            .. Alike.Select(name => (name, Prefix + char.ToUpperInvariant(name[0]) + name[1..])),
        ];

    private static readonly string[] Alike =
    [
        "frequency",
        "interestOnlyMonths",
        "capitaliseMonths",
        "repaymentFrequency",
        "issueOn",
        "firstPaymentOn",
        "stub",
        "dayCount",
        "calendar",
        "paymentRule",
        "rounding",
        "recordDays",
        "issuerAfterMonths",
        "holderAfterMonths",
        "noticeDays",
    ];

    /// <summary>The tranches that were typed, with an error at the row that a rule speaks of.</summary>
    /// <param name="expectedIssue">The first day on which allotment is possible.</param>
    public IReadOnlyList<BondTranche> Read(DateOnly expectedIssue)
    {
        // A form sent by hand may have a thousand rows: none is read before they are counted.
        if (form.Tranches.Count(r => !r.IsEmpty) > SeriesOfOffer.Most)
            return TooMany($"{Prefix}Tranches[0].Maximum", "bond.tranches", SeriesOfOffer.Most);
        if (form.Steps.Count(s => !s.IsEmpty) > BondTerms.MostRateSteps)
            return TooMany($"{Prefix}Steps[0].From", "bond.rate-steps", BondTerms.MostRateSteps);
        var shared = Shared();
        var rows = form.Tranches.Select((row, at) => (row, at)).Where(r => !r.row.IsEmpty).ToList();
        if (rows.Count == 0)
            state.AddModelError($"{Prefix}Tranches[0].Maximum", BoardTexts.bond_tranche_none);
        var read = rows.ConvertAll(r => (Tranche: Row(r.row, r.at, shared), r.at));
        if (state.IsValid)
            foreach (var (tranche, at) in read)
                Check(tranche, at, expectedIssue);
        return read.ConvertAll(r => r.Tranche);
    }

    private List<BondTranche> TooMany(string field, string code, int most)
    {
        state.AddModelError(field, RefusalText.Of(new Refused(code, most)));
        form.KeepFirst(SeriesOfOffer.Most, BondTerms.MostRateSteps);
        return [];
    }

    // The command checks all of this too, but cannot say in which row it found it.
    private void Check(BondTranche tranche, int row, DateOnly expectedIssue)
    {
        try
        {
            tranche.Terms.Check(expectedIssue);
            if (tranche.MaximumMinor % tranche.Terms.NominalMinor != 0)
                state.AddModelError($"{Prefix}Tranches[{row}].Maximum", RefusalText.Of("offer.terms.whole-bonds"));
        }
        catch (Refused e)
        {
            var field = FieldsOf(row).FirstOrDefault(f => f.Api == e.Field).Page ?? "";
            if (!state.ContainsKey(field) || state[field]!.Errors.Count == 0)
                state.AddModelError(field, RefusalText.Of(e));
        }
    }

    private BondTranche Row(TrancheRow row, int at, BondTerms shared)
    {
        string Field(string name) => $"{Prefix}Tranches[{at}].{name}";
        var maximum = state.Money(Field("Maximum"), row.Maximum);
        return new BondTranche(
            maximum,
            shared with
            {
                RatePpm = state.Rate(Field("Rate"), row.Rate),
                TermMonths = Whole(Field("Months"), row.Months),
                MaturesOn = Day(Field("MaturesOn"), row.MaturesOn),
            }
        );
    }

    private BondTerms Shared() =>
        new(
            state.Money(Prefix + "Nominal", form.Nominal),
            currency,
            0,
            form.Frequency,
            new RepaymentTerms(
                form.Repayment,
                Whole(Prefix + "InterestOnlyMonths", form.InterestOnlyMonths) ?? 0,
                Whole(Prefix + "CapitaliseMonths", form.CapitaliseMonths) ?? 0,
                form.RepaymentFrequency
            ),
            IssueOn: Day(Prefix + "IssueOn", form.IssueOn),
            FirstPaymentOn: Day(Prefix + "FirstPaymentOn", form.FirstPaymentOn),
            Stub: form.Stub,
            EndOfMonth: form.EndOfMonth,
            RateSteps: Steps(),
            DayCount: form.DayCount,
            Calendar: form.Calendar,
            PaymentRule: form.PaymentRule,
            Rounding: form.Rounding,
            RecordDays: Whole(Prefix + "RecordDays", form.RecordDays) ?? 0,
            EarlyRedemption: Early(),
            Transferable: form.Transferable,
            Subordinated: form.Subordinated
        );

    private List<RateStep>? Steps()
    {
        var steps = form
            .Steps.Select((step, at) => (step, at))
            .Where(s => !s.step.IsEmpty)
            .Select(s => new RateStep(
                state.Day($"{Prefix}Steps[{s.at}].From", s.step.From),
                state.Rate($"{Prefix}Steps[{s.at}].Rate", s.step.Rate)
            ))
            .ToList();
        return steps.Count == 0 ? null : steps;
    }

    private EarlyRedemptionTerms? Early()
    {
        var issuer = Whole(Prefix + "IssuerAfterMonths", form.IssuerAfterMonths);
        var holder = Whole(Prefix + "HolderAfterMonths", form.HolderAfterMonths);
        var notice = Whole(Prefix + "NoticeDays", form.NoticeDays) ?? 0;
        return issuer is null && holder is null ? null : new EarlyRedemptionTerms(issuer, holder, notice);
    }

    private int? Whole(string field, string? text) => string.IsNullOrWhiteSpace(text) ? null : state.Whole(field, text);

    private DateOnly? Day(string field, string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : state.Day(field, text);
}
