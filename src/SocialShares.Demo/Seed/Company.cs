using SocialShares.Demo.Api;
using SocialShares.Demo.People;
using SocialShares.Features.Governance;
using SocialShares.Features.Issuing;

namespace SocialShares.Demo.Seed;

/// <summary>Somebody of a board.</summary>
public sealed record Officer(SignIn SignIn, string Office, bool IsResident);

/// <summary>An enterprise and its board, acting through the API.</summary>
public sealed class Company
{
    private readonly Town town;

    private Company(Town town, EnterpriseRegistered registered, Person chair, Person treasurer) =>
        (this.town, Id, Slug, Chair, Treasurer) = (town, registered.Id, registered.Slug, chair, treasurer);

    public EnterpriseId Id { get; }

    public string Slug { get; }

    /// <summary>Registers, drafts and submits.</summary>
    public Person Chair { get; }

    /// <summary>Declares interest.</summary>
    public Person Treasurer { get; }

    /// <summary>
    /// The board signs up, registers the enterprise and connects its accounts. An administrator, who knows them, seats its
    /// other members: so they are a second pair of eyes for the chair.
    /// </summary>
    /// <param name="town">Where.</param>
    /// <param name="profile">The enterprise as its chair registers it.</param>
    /// <param name="board">The chair first, then the treasurer.</param>
    /// <param name="language">Language of their mail.</param>
    /// <param name="iban">The account from which payouts leave.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Company> Register(
        Town town,
        RegisterEnterprise.Body profile,
        IReadOnlyList<Officer> board,
        string language,
        string iban,
        CancellationToken ct
    )
    {
        var people = board.Select(o => town.Account(o.SignIn)).ToList();
        foreach (var person in people)
            await person.SignUp(language, ct);
        var registered = await people[0].Post<EnterpriseRegistered>("/enterprises", profile, ct);
        foreach (var officer in board.Skip(1))
            await town.First.Post(
                $"/enterprises/{registered.Id}/board",
                new SeatBoardMember.Body(officer.SignIn.Email, officer.Office, officer.IsResident),
                ct
            );
        await people[0].Put($"/enterprises/{registered.Id}/bank-account", new UseBankAccount.Body(iban), ct);
        await Connect(people[0], registered.Id, ct);
        return new Company(town, registered, people[0], people[Math.Min(1, people.Count - 1)]);
    }

    /// <summary>Drafts an offer with its document.</summary>
    public async Task<OfferDrafted> Draft(DraftOffer.Body draft, byte[] document, CancellationToken ct)
    {
        var drafted = await Chair.Post<OfferDrafted>($"/enterprises/{Id}/offers", draft, ct);
        await Chair.Upload<DocumentStored>(
            $"/offers/{drafted.Id}/documents?fileName={Uri.EscapeDataString($"{drafted.Slug}.pdf")}",
            document,
            ct
        );
        return drafted;
    }

    public Task Submit(OfferId offer, CancellationToken ct) => Chair.Post($"/offers/{offer}/submit", null, ct);

    /// <summary>Drafts, submits, and an administrator approves.</summary>
    public async Task<OfferDrafted> Launch(DraftOffer.Body draft, byte[] document, CancellationToken ct)
    {
        var drafted = await Draft(draft, document, ct);
        await Submit(drafted.Id, ct);
        await town.First.Post($"/offers/{drafted.Id}/approve", null, ct);
        return drafted;
    }

    // The account is opened by the outbox; the answer says to come back when it is not there yet.
    private static async Task Connect(Person chair, EnterpriseId id, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await chair.Post($"/enterprises/{id}/payment-account", null, ct);
                return;
            }
            catch (ApiRefused e) when (e.Code == "enterprise.payment-account-pending" && attempt < 50)
            {
                await Task.Delay(100, ct);
            }
        }
    }
}
