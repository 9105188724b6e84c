using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Bonds;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>The bonds of the enterprise: what is outstanding, and the calendar of what has to be paid.</summary>
public sealed class BondsModel(IMediator mediator, TimeProvider clock) : BoardPage("bonds", mediator, clock)
{
    private const int YearsShown = 5;

    /// <summary>The first year of the calendar; this year where nothing is said.</summary>
    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    /// <summary>All payments from the first issue on, arrears included.</summary>
    public DebtCalendar All { get; private set; } = null!;

    /// <summary>The first year that is shown.</summary>
    public int FirstYear { get; private set; }

    public int LastYear => FirstYear + YearsShown - 1;

    /// <summary>Payments of the years that are shown.</summary>
    public IReadOnlyList<PeriodRow> Rows =>
        [.. All.Rows.Where(r => r.DueOn.Year >= FirstYear && r.DueOn.Year <= LastYear)];

    /// <summary>Payments whose day has passed; they are named above everything else.</summary>
    public IReadOnlyList<PeriodRow> Late => [.. All.Rows.Where(r => r.State == BondPeriodState.Overdue)];

    /// <summary>The year in a sentence: nothing, all to come, some paid, or all paid.</summary>
    public Markup YearSaid
    {
        get
        {
            var year = ThisYear;
            var (all, paid) = (year.Together, year.PaidInterest + year.PaidPrincipal);
            string Money(long minor) => Shown.Money(minor, Currency);
            return all == 0 ? BoardTexts.bonds_year_none.WithBold()
                : paid == 0 ? BoardTexts.bonds_year.WithBold(Money(all))
                : paid == all ? BoardTexts.bonds_year_all.WithBold(Money(all))
                : BoardTexts.bonds_year_paid.WithBold(Money(all), Money(paid));
        }
    }

    public long OutstandingMinor => Bonds.Sum(s => s.OutstandingMinor);

    /// <summary>What this year brings, paid or not.</summary>
    public DebtYear ThisYear => YearOf(Today.Year);

    /// <summary>By year, for the chart and its table.</summary>
    public DebtByYear Chart => new(Currency, [.. Enumerable.Range(FirstYear, Until - FirstYear + 1).Select(YearOf)]);

    // Years after the last payment say nothing, but two bars at least make a picture.
    private int Until => Math.Clamp(Rows.Count == 0 ? FirstYear : Rows.Max(r => r.DueOn.Year), FirstYear + 1, LastYear);

    /// <summary>The beginnings of all stretches of years in which something is paid.</summary>
    public IEnumerable<int> Stretches
    {
        get
        {
            if (All.Rows.Count == 0)
                yield break;
            var last = All.Rows.Max(r => r.DueOn.Year);
            for (var year = FirstOf(All.Rows.Min(r => r.DueOn.Year)); year <= last; year += YearsShown)
                yield return year;
        }
    }

    /// <summary>The calendar as a file.</summary>
    public string Csv => $"/api/v1/enterprises/{EnterpriseId}/debt-service.csv?fromYear={All.FromYear}";

    /// <summary>The next payment of a series; null after the last.</summary>
    public PeriodRow? Next(BondSeriesLine series) => PeriodWords.Next(All.Rows, series.Id);

    public async Task OnGet()
    {
        var begin = Bonds.Min(s => s.IssuedOn?.Year) ?? Today.Year;
        All = await Ask(new ReadDebtCalendar(EnterpriseId, Math.Min(begin, Today.Year), ReadDebtCalendar.MostYears));
        FirstYear = FirstOf(From is >= 1900 and <= 2200 ? From.Value : Today.Year);
    }

    // Stretches are counted from this year in both directions, so that it is always the first of one.
    private int FirstOf(int year) =>
        Today.Year + ((int)Math.Floor((year - Today.Year) / (double)YearsShown) * YearsShown);

    private DebtYear YearOf(int year)
    {
        var rows = All.Rows.Where(r => r.DueOn.Year == year).ToList();
        var (paid, late) = (Of(BondPeriodState.Paid), Of(BondPeriodState.Overdue));
        var comes = rows.Except(paid).Except(late).ToList();
        return new DebtYear(
            year,
            paid.Sum(r => r.InterestMinor),
            paid.Sum(r => r.PrincipalMinor),
            comes.Sum(r => r.InterestMinor),
            comes.Sum(r => r.PrincipalMinor),
            late.Sum(r => r.PaymentMinor)
        );

        List<PeriodRow> Of(BondPeriodState state) => rows.FindAll(r => r.State == state);
    }
}
