using SocialShares.Demo.Api;

namespace SocialShares.Demo.Seed;

/// <summary>
/// More than three years of two fictional enterprises, told by sending the real requests while the clock is moved, up
/// to today.
/// </summary>
/// <param name="town">A platform with an empty database whose clock stands at <see cref="StartsAt"/>.</param>
/// <param name="members">People who buy in the completed offer.</param>
/// <param name="progress">Told what happens.</param>
public sealed class DemoStory(Town town, int members, Progress progress)
{
    /// <summary>How long before today the story begins: three years and five months.</summary>
    public static DateTimeOffset StartsAt(DateTimeOffset today) => Morning(today, -(3 * 365 + 150));

    /// <summary>Tells it all; afterwards the clock shows the real time.</summary>
    public async Task Tell(CancellationToken ct)
    {
        var today = TimeProvider.System.GetUtcNow();
        await town.Stripe.TopUp(Currency.Gbp, 500_000, ct);
        await town.Stripe.TopUp(Currency.Eur, 500_000, ct);
        await town.LetThingsHappen(ct);
        var hallowby = await Hallowby.Begin(town, members, progress, ct);
        await hallowby.RaiseTheShop(today, ct);
        await town.MoveTo(Morning(today, -2 * 365 - 200), ct);
        var lutjeveen = await Lutjeveen.Begin(town, progress, ct);
        await lutjeveen.FailToRaiseTheSawmill(today, ct);
        await lutjeveen.Bonds.SellTheHall(today, ct);
        await lutjeveen.Bonds.PayTheHall(1, ct);
        await hallowby.PayInterest(today, ct);
        await lutjeveen.Bonds.PayTheHall(2, ct);
        await lutjeveen.Bonds.PassBondsOn(daysAgo: 270, today, ct);
        await hallowby.KeepTheRegister(ct);
        await lutjeveen.Bonds.PayTheHall(3, ct);
        await hallowby.Leavers.AskBack(today, ct);
        await town.MoveTo(Morning(today, -40), ct);
        await hallowby.OfferTheBakery(today, ct);
        await lutjeveen.OfferTheShop(today, ct);
        await lutjeveen.Bonds.OfferTheBarn(today, ct);
        await town.MoveTo(Morning(today, -30), ct);
        foreach (var daysAgo in (int[])[28, 19, 8, 3])
        {
            await town.MoveTo(Morning(today, -daysAgo), ct);
            await hallowby.SellTheBakery(members / 20 + 1, ct);
            await lutjeveen.SellTheShop(3, ct);
            await lutjeveen.Bonds.SellTheBarn(2, ct);
            await town.MoveTo(Morning(today, 1 - daysAgo), ct);
            await hallowby.SomeCancel(ct);
            await OtherMoney(lutjeveen.Money, daysAgo, ct);
        }
        await hallowby.Leavers.PayBack(ct);
        await hallowby.Leavers.PassOn(ct);
        await hallowby.CalculateTheNextInterest(today, ct);
        await lutjeveen.AskForReview(today, ct);
        town.Clock.MoveToToday();
        await town.LetThingsHappen(ct);
        await hallowby.SomebodyIsPaying(ct);
        await town.Quiet(ct);
        progress.Say("the story has reached today");
    }

    // What administrators find on their lists today: the last of it is not cleared.
    private static Task OtherMoney(LutjeveenMoney money, int daysAgo, CancellationToken ct) =>
        daysAgo switch
        {
            19 => money.TwoPayByBank(ct),
            3 => money.SomeNeedAPerson(ct),
            _ => Task.CompletedTask,
        };

    /// <summary>Half past nine (UTC) some days after today.</summary>
    internal static DateTimeOffset Morning(DateTimeOffset today, int days) =>
        new(today.UtcDateTime.Date.AddDays(days).AddHours(9.5), TimeSpan.Zero);

    /// <summary>The day some days after today.</summary>
    internal static DateOnly Day(DateTimeOffset today, int days) =>
        DateOnly.FromDateTime(today.UtcDateTime).AddDays(days);
}
