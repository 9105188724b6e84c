using SocialShares.Demo.Api;
using SocialShares.Demo.People;
using SocialShares.Features.Register;

namespace SocialShares.Demo.Seed;

/// <summary>What happens in a register besides buying: somebody moves house, and a mistake is mended by two people.</summary>
internal sealed class RegisterKeeping(Town town, Company company)
{
    /// <summary>A member moves; the register of the days before keeps the old address.</summary>
    public async Task Move(SignIn member, string street, CancellationToken ct)
    {
        var person = town.Account(member);
        var row = await Find(member.Name, ct);
        var to = new ChangeMyAddress.Body(
            street,
            row.Postcode,
            row.City,
            row.Country,
            member.Email,
            NoticePurpose.Meetings
        );
        await person.Put($"/holdings/{row.MemberId}/address", to, ct);
    }

    /// <summary>Some shares were entered for the wrong one of two members: the chair proposes, an administrator confirms.</summary>
    public async Task GiveTo(SignIn wrong, SignIn right, long units, DateOnly on, CancellationToken ct)
    {
        var (from, to) = (await Find(wrong.Name, ct), await Find(right.Name, ct));
        var register = $"/enterprises/{company.Id}/register";
        var entries = await company.Chair.Get<EntriesPage>($"{register}/entries?holder={from.Number}", ct);
        var proposed = await company.Chair.Post<CorrectionProposed>(
            $"{register}/corrections",
            new ProposeCorrection.Body(
                entries.Entries.First(e => e.Kind == EntryKind.Issue).Number,
                -units,
                to.Number,
                on,
                $"{units} of these shares were paid for by {right.Name}",
                "Letter of both, and the bank statement"
            ),
            ct
        );
        await town.First.Post($"{register}/corrections/{proposed.Id}/confirmation", null, ct);
    }

    private async Task<RegisterRow> Find(string name, CancellationToken ct)
    {
        var search = Uri.EscapeDataString(name);
        var page = await company.Chair.Get<RegisterPage>($"/enterprises/{company.Id}/register?search={search}", ct);
        return page.Members.First(m => m.Name == name);
    }
}
