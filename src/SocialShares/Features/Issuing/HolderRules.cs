using FluentValidation;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Form of a holder's details.</summary>
internal sealed class HolderRules : AbstractValidator<HolderDetails>
{
    public HolderRules()
    {
        RuleFor(h => h.Name).Line(2, 140);
        RuleFor(h => h.Street).Line(2, 120);
        RuleFor(h => h.Postcode).Line(2, 12);
        RuleFor(h => h.City).Line(1, 80);
        RuleFor(h => h.Country).CountryCode();
        RuleFor(h => h.BornOn).MayBeDay();
        RuleFor(h => h.Party!).SetValidator(new PartyRules()).When(h => h.Party is not null);
    }
}

/// <summary>Form of what stands beside a holder's name; whether it must be there is the domain's rule.</summary>
internal sealed class PartyRules : AbstractValidator<HolderParty>
{
    public PartyRules()
    {
        When(p => p.Guardian is not null, () => RuleFor(p => p.Guardian!).Line(0, 140));
        When(p => p.RegistryNumber is not null, () => RuleFor(p => p.RegistryNumber!).Line(0, 40));
        When(p => p.Representative is not null, () => RuleFor(p => p.Representative!).Line(0, 140));
        When(p => p.Office is not null, () => RuleFor(p => p.Office!).Line(0, 80));
        RuleForEach(p => p.With).Present().SetValidator(new JointRules());
    }
}

/// <summary>Form of a joint holder.</summary>
internal sealed class JointRules : AbstractValidator<JointHolder>
{
    public JointRules()
    {
        RuleFor(j => j.Name).Line(2, 140);
        RuleFor(j => j.BornOn).MayBeDay();
    }
}
