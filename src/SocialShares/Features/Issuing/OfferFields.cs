using FluentValidation;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Form of an offer's fields, for drafting and revising.</summary>
internal static class OfferFields
{
    public static void Check<T>(
        AbstractValidator<T> rules,
        System.Linq.Expressions.Expression<Func<T, string>> title,
        System.Linq.Expressions.Expression<Func<T, string>> purpose,
        System.Linq.Expressions.Expression<Func<T, OfferTerms>> terms
    )
    {
        rules.RuleFor(title).Line(3, 120);
        rules.RuleFor(purpose).Text(10, 2000);
        rules.RuleFor(terms).SetValidator(new TermsRules());
    }

    private sealed class TermsRules : AbstractValidator<OfferTerms>
    {
        public TermsRules()
        {
            RuleFor(t => t.MinimumTargetMinor).AmountOrZero();
            RuleFor(t => t.OptimumTargetMinor).AmountOrZero();
            RuleFor(t => t.MaximumTargetMinor).Amount();
            RuleFor(t => t.MinimumPerHolderMinor).Amount();
            RuleFor(t => t.MaximumPerHolderMinor).Amount();
            RuleFor(t => t.MaximumPerOrganisationMinor).Amount();
            RuleFor(t => t.OpensOn).Day();
            RuleFor(t => t.ClosesOn).MayBeDay();
            RuleFor(t => t.ReflectionDays).Between(1, 60);
            RuleFor(t => t.Allocation!.MostAppliedForMinor)
                .Amount(nameof(AllocationTerms.MostAppliedForMinor), t => t.Allocation is not null);
            RuleFor(t => t.ReflectionDaysOnceFull)
                .Must(days => days is null or (>= 1 and <= OfferTerms.LongestReflectionDays))
                .WithErrorCode("field.range")
                .WithMessage(_ => string.Format(RefusalText.Of("field.range"), 1, OfferTerms.LongestReflectionDays));
            RuleFor(t => t.Eligibility!).SetValidator(new EligibilityRules()).When(t => t.Eligibility is not null);
        }
    }
}

/// <summary>Form of who may apply; whether it fits the other terms is for the domain.</summary>
internal sealed class EligibilityRules : AbstractValidator<Eligibility>
{
    public EligibilityRules()
    {
        RuleForEach(e => e.MembershipTypes)
            .Present()
            .ChildRules(type =>
            {
                type.RuleFor(t => t.Code).Line(1, MembershipType.LongestCode);
                type.RuleFor(t => t.Who).Line(3, 200);
                type.RuleFor(t => t.MinimumMinor).MayBeAmount();
                type.RuleFor(t => t.MaximumMinor).MayBeAmount();
                type.RuleFor(t => t.PriorityFromMinor).MayBeAmount();
                type.RuleForEach(t => t.Postcodes).Present();
            });
        RuleForEach(e => e.Postcodes).Present();
        When(e => e.Country is not null, () => RuleFor(e => e.Country!).CountryCode());
    }
}

/// <summary>Form of a tranche's fields; whether they fit together is for the domain.</summary>
internal sealed class TrancheRules : AbstractValidator<BondTranche>
{
    public TrancheRules()
    {
        RuleFor(t => t.MaximumMinor).Amount();
        RuleFor(t => t.Terms.NominalMinor).Amount();
        RuleFor(t => t.Terms.MaturesOn).MayBeDay();
        RuleFor(t => t.Terms.IssueOn).MayBeDay();
        RuleFor(t => t.Terms.FirstPaymentOn).MayBeDay();
        RuleForEach(t => t.Terms.RateSteps).Present().ChildRules(step => step.RuleFor(s => s.From).Day());
    }
}
