using MediatR;
using SocialShares.Features.Bonds;
using SocialShares.Features.Community;
using SocialShares.Features.Issuing;
using SocialShares.Features.Ledger;
using SocialShares.Features.Payouts;

namespace SocialShares.Pages.Board;

/// <summary>What waits for the board, whether the money is right, what comes and what was decided.</summary>
public sealed class TodayModel(IMediator mediator, TimeProvider clock) : BoardPage("today", mediator, clock)
{
    private const int OffersLookedAt = 8;

    public BoardDay Day { get; private set; } = null!;

    public IReadOnlyList<BookCheck> Checks { get; private set; } = [];

    /// <summary>The time of the checks, at the enterprise's place.</summary>
    public string CheckedAt => TimeZoneInfo.ConvertTimeFromUtc(Now, Zone).ToString("HH:mm", Look.Language.Of);

    public int Hour => TimeZoneInfo.ConvertTimeFromUtc(Now, Zone).Hour;

    /// <summary>The first of the person's names, to greet by.</summary>
    public string FirstName => Look.Navigation.NameOf(User).Split(' ')[0];

    public async Task OnGet()
    {
        var lines = await Ask(new ListOffersOfEnterprise(EnterpriseId));
        var offers = new List<OfferShown>();
        foreach (var line in lines.Take(OffersLookedAt))
            offers.Add(await Ask(new ReadOffer(line.Id.ToString())));
        var declarations = await Ask(new ListDeclarations(EnterpriseId));
        var interest = await InterestDue(declarations);
        var questions = await Ask(new ListWaitingQuestions(EnterpriseId));
        Day = new BoardDay(Root, Enterprise, offers, declarations, interest, await OnBonds(), questions, Today, Zone);
        Checks = await Ask(new ReadEnterpriseChecks(EnterpriseId));
    }

    private async Task<IReadOnlyList<PeriodRow>> OnBonds() =>
        Bonds.Count == 0 ? [] : (await Ask(new ReadDebtCalendar(EnterpriseId, Years: ReadDebtCalendar.MostYears))).Rows;

    // A class waits for a declaration when its next period is over and somebody earned in it.
    private async Task<IReadOnlyList<InterestDue>> InterestDue(IReadOnlyList<DeclarationRow> declarations)
    {
        var due = new List<InterestDue>();
        foreach (var shareClass in Enterprise.Classes.Where(c => c.InterestCapPpm > 0))
        {
            var (from, until) = InterestYear.Next(declarations.Where(d => d.ShareClassId == shareClass.Id), Today);
            if (until >= Today)
                continue;
            var most = await Ask(
                new PreviewInterest(EnterpriseId, shareClass.Id, from, until, shareClass.InterestCapPpm)
            );
            if (most.Holders > 0)
                due.Add(new InterestDue(shareClass.Code, from, until, most));
        }
        return due;
    }
}
