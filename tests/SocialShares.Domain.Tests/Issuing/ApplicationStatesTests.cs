using System.Reflection;
using FsCheck;
using FsCheck.Fluent;

namespace SocialShares.Domain.Tests;

/// <summary>Every state of an application, every transition, allowed and refused.</summary>
public sealed class ApplicationStatesTests
{
    private static readonly DateTime Start = Offers.Noon;
    private static readonly Signature Board = new(PersonId.New(), "Bo", Start);

    private static readonly Offer Offered = Offers.Open();

    /// <summary>The life of an application as domain.md tells it, written down a second time.</summary>
    private static readonly Dictionary<ApplicationState, ApplicationState[]> Life = new()
    {
        [ApplicationState.Started] =
        [
            ApplicationState.Waiting,
            ApplicationState.AwaitingPayment,
            ApplicationState.Cancelled,
            ApplicationState.Rejected,
        ],
        [ApplicationState.Waiting] =
        [
            ApplicationState.AwaitingPayment,
            ApplicationState.Cancelled,
            ApplicationState.Rejected,
        ],
        [ApplicationState.AwaitingPayment] =
        [
            ApplicationState.Paid,
            ApplicationState.Cancelled,
            ApplicationState.Expired,
            ApplicationState.Rejected,
        ],
        [ApplicationState.Paid] = [ApplicationState.Confirmed, ApplicationState.Rejected, ApplicationState.Refunding],
        [ApplicationState.Confirmed] =
        [
            ApplicationState.Allotted,
            ApplicationState.Rejected,
            ApplicationState.Refunding,
        ],
        [ApplicationState.Allotted] = [ApplicationState.Issued],
        [ApplicationState.Issued] = [],
        [ApplicationState.Cancelled] = [ApplicationState.Refunding],
        [ApplicationState.Expired] = [ApplicationState.Refunding],
        [ApplicationState.Rejected] = [ApplicationState.Refunding],
        [ApplicationState.Refunding] = [ApplicationState.Refunded],
        [ApplicationState.Refunded] = [ApplicationState.Refunding],
    };

    private static readonly (
        string Name,
        Action<Application> Do,
        ApplicationState[] From,
        ApplicationState To
    )[] Acts =
    [
        ("submit", a => a.Submit(1, 1, Start, Start), [ApplicationState.Started], ApplicationState.AwaitingPayment),
        ("wait", a => a.Wait(1, 1, Start), [ApplicationState.Started], ApplicationState.Waiting),
        ("admit", a => a.AdmitFromQueue(Start, Start), [ApplicationState.Waiting], ApplicationState.AwaitingPayment),
        ("leave", a => a.LeaveQueue(Start), [ApplicationState.Waiting], ApplicationState.Cancelled),
        ("pay", a => a.Pay(Offered, Start, Start), [ApplicationState.AwaitingPayment], ApplicationState.Paid),
        ("confirm", a => a.Confirm(Offered, Start.AddDays(20)), [ApplicationState.Paid], ApplicationState.Confirmed),
        ("expire", a => a.Expire(Start), [ApplicationState.AwaitingPayment], ApplicationState.Expired),
        (
            "refund",
            a => a.Refund(Start),
            [
                ApplicationState.Paid,
                ApplicationState.Confirmed,
                ApplicationState.Cancelled,
                ApplicationState.Expired,
                ApplicationState.Rejected,
                ApplicationState.Refunded,
            ],
            ApplicationState.Refunding
        ),
        ("back", a => a.MoneyIsBack(Start), [ApplicationState.Refunding], ApplicationState.Refunded),
        (
            "reject",
            a => a.Reject("not from here", Board),
            [ApplicationState.Started, ApplicationState.Waiting, ApplicationState.AwaitingPayment],
            ApplicationState.Rejected
        ),
        (
            "cancel",
            a => a.Cancel(Offered, Start),
            [ApplicationState.Started, ApplicationState.Waiting, ApplicationState.AwaitingPayment],
            ApplicationState.Cancelled
        ),
    ];

    public static TheoryData<ApplicationState, ApplicationState> Pairs
    {
        get
        {
            var pairs = new TheoryData<ApplicationState, ApplicationState>();
            foreach (var from in Enum.GetValues<ApplicationState>())
            foreach (var to in Enum.GetValues<ApplicationState>())
                pairs.Add(from, to);
            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void From_each_state_it_goes_where_its_life_leads_and_nowhere_else(
        ApplicationState from,
        ApplicationState to
    )
    {
        var application = In(from);
        var before = application.Version;

        if (Life[from].Contains(to))
        {
            Move(application, to);
            (application.State, application.Version).ShouldBe((to, before + 1));
        }
        else
        {
            Should.Throw<Refused>(() => Move(application, to)).Code.ShouldBe("application.state");
            (application.State, application.Version).ShouldBe((from, before));
        }
    }

    [Fact]
    public void Every_state_has_its_life_written_down() =>
        Life.Keys.ShouldBe(Enum.GetValues<ApplicationState>(), ignoreOrder: true);

    [Fact]
    public void Every_act_in_every_state_leads_where_it_should_or_is_refused_and_changes_nothing()
    {
        foreach (var (name, act, allowed, to) in Acts)
        foreach (var from in Enum.GetValues<ApplicationState>())
        {
            var application = In(from);
            if (IsSpecial(name, from))
                continue;
            if (allowed.Contains(from))
            {
                act(application);
                application.State.ShouldBe(to, $"{name} in {from}");
            }
            else
            {
                Should.Throw<Refused>(() => act(application), $"{name} in {from}").Code.ShouldBe("application.state");
                application.State.ShouldBe(from, $"{name} in {from}");
            }
        }
    }

    [Theory]
    [InlineData(ApplicationState.Cancelled)]
    [InlineData(ApplicationState.Expired)]
    [InlineData(ApplicationState.Rejected)]
    public void Money_that_comes_after_the_units_were_given_up_goes_back(ApplicationState from)
    {
        var application = In(from);

        application.Pay(Offered, Start, Start).ShouldBeTrue();

        application.State.ShouldBe(ApplicationState.Refunding);
    }

    [Theory]
    [InlineData(ApplicationState.Paid)]
    [InlineData(ApplicationState.Confirmed)]
    public void A_refusal_of_paid_money_sends_it_back_and_says_why(ApplicationState from)
    {
        var application = In(from);

        application.Reject("not from here", Board).ShouldBeTrue();

        (application.State, application.RejectionReason, application.RejectedByName).ShouldBe(
            (ApplicationState.Refunding, "not from here", "Bo")
        );
    }

    [Theory]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public void Cancelling_paid_money_is_for_the_reflection_period(int days, bool allowed)
    {
        var application = In(ApplicationState.AwaitingPayment);
        application.Pay(Offered, Start, Start);

        if (allowed)
            application.Cancel(Offered, Start.AddDays(days)).ShouldBeTrue();
        else
            Should
                .Throw<Refused>(() => application.Cancel(Offered, Start.AddDays(days)))
                .Code.ShouldBe("application.reflection-over");
        application.State.ShouldBe(allowed ? ApplicationState.Refunding : ApplicationState.Paid);
    }

    [Fact]
    public void Whatever_is_tried_in_whatever_order_it_moves_along_its_life_or_stays_where_it_was() =>
        Prop.ForAll(
                Gen.Choose(0, Acts.Length - 1).ListOf().ToArbitrary(),
                acts =>
                {
                    var application = In(ApplicationState.Started);
                    foreach (var no in acts)
                    {
                        var before = application.State;
                        try
                        {
                            Acts[no].Do(application);
                        }
                        catch (Exception e) when (e is Refused or InvariantBroken)
                        {
                            application.State.ShouldBe(before);
                            continue;
                        }
                        Enum.IsDefined(application.State).ShouldBeTrue();
                        Reaches(before, application.State)
                            .ShouldBeTrue($"{Acts[no].Name}: {before} to {application.State}");
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    // A refusal of paid money passes through Rejected in one act.
    private static bool Reaches(ApplicationState from, ApplicationState to) =>
        Life[from].Contains(to) || Life[from].Any(between => Life[between].Contains(to));

    // Acts whose answer depends on more than the state have tests of their own.
    private static bool IsSpecial(string act, ApplicationState from) =>
        (act, from) switch
        {
            ("pay", ApplicationState.Cancelled or ApplicationState.Expired or ApplicationState.Rejected) => true,
            ("cancel" or "reject", ApplicationState.Paid or ApplicationState.Confirmed) => true,
            _ => false,
        };

    private static Application In(ApplicationState state)
    {
        var application = Application.Start(ApplicationId.New(), Offered, null, PersonId.New(), 5_000, Start);
        application.AnswerWho(Offered, Offers.Person(), null, Offers.Opens);
        Set(application, nameof(Application.State), state);
        if (state is not (ApplicationState.Started or ApplicationState.AwaitingPayment))
            Set(application, nameof(Application.ReflectionEndsOn), Offers.Opens.AddDays(14));
        return application;
    }

    // Some states are reached by the bulk path of an allotment only, so a test puts an application there itself.
    private static void Set<T>(object of, string property, T value) =>
        of.GetType().GetProperty(property)!.SetValue(of, value);

    private static void Move(Application application, ApplicationState to)
    {
        var move = typeof(Application).GetMethod("Move", BindingFlags.NonPublic | BindingFlags.Instance)!;
        try
        {
            move.Invoke(application, [to, Start]);
        }
        catch (TargetInvocationException e)
        {
            throw e.InnerException!;
        }
    }
}
