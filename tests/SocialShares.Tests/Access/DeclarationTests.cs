using System.Reflection;
using MediatR;
using SocialShares.Http;
using Rules = SocialShares.Http.Access;

namespace SocialShares.Tests.Access;

/// <summary>What each request of the product declares, read from its types.</summary>
public sealed class DeclarationTests
{
    private static readonly Type[] Product = typeof(SocialSharesHost).Assembly.GetTypes();
    private static readonly Type[] Requests =
    [
        .. Product.Where(t => t is { IsAbstract: false, IsInterface: false } && t.IsAssignableTo(typeof(IBaseRequest))),
    ];

    [Fact]
    public void Every_request_declares_who_may_send_it()
    {
        var silent = Requests.Where(t => Rules.Allowed(t).Count == 0).Select(t => t.Name);

        Requests.Length.ShouldBeGreaterThan(40);
        silent.ShouldBeEmpty();
    }

    [Fact]
    public void What_boards_and_owners_may_send_says_whose_it_is()
    {
        Type[] about =
        [
            typeof(IOfEnterprise),
            typeof(IOfOffer),
            typeof(IOfApplication),
            typeof(IOfPayoutRun),
            typeof(IOfBondSeries),
            typeof(IOfMember),
        ];

        var homeless = Requests
            .Where(t => Rules.Allowed(t).Any(w => w == typeof(Board) || w == typeof(Owner)))
            .Where(t => !about.Any(a => t.IsAssignableTo(a)))
            .Select(t => t.Name);

        homeless.ShouldBeEmpty();
    }

    [Fact]
    public void Every_request_is_a_command_a_query_or_a_delivery()
    {
        Type[] kinds = [typeof(ICommand<>), typeof(IQuery<>)];

        var other = Requests.Where(t =>
            !t.IsAssignableTo(typeof(IDelivery))
            && !t.GetInterfaces().Any(i => i.IsGenericType && kinds.Contains(i.GetGenericTypeDefinition()))
        );

        other.Select(t => t.Name).ShouldBeEmpty();
    }

    [Fact]
    public void Every_request_has_one_handler()
    {
        var handled = Product
            .SelectMany(t => t.GetInterfaces())
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>))
            .Select(i => i.GetGenericArguments()[0])
            .Where(t => !t.IsGenericParameter)
            .ToList();

        handled.Distinct().Count().ShouldBe(handled.Count);
        Requests.Except(handled).Select(t => t.Name).ShouldBeEmpty();
    }

    [Fact]
    public void Handlers_of_commands_send_nothing_else()
    {
        var nested = Product
            .Where(t => t.GetInterfaces().Any(HandlesACommand))
            .SelectMany(t => t.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
            .Where(c => c.GetParameters().Any(p => p.ParameterType == typeof(IMediator)))
            .Select(c => c.DeclaringType!.FullName);

        nested.ShouldBeEmpty();
    }

    [Fact]
    public void Only_the_platform_itself_sends_deliveries()
    {
        var open = Requests
            .Where(t => t.IsAssignableTo(typeof(IDelivery)))
            .Where(t => Rules.Allowed(t).Any(w => w != typeof(Machine)))
            .Select(t => t.Name);

        open.ShouldBeEmpty();
    }

    private static bool HandlesACommand(Type i) =>
        i.IsGenericType
        && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
        && i.GetGenericArguments()[0]
            .GetInterfaces()
            .Any(x => x.IsGenericType && x.GetGenericTypeDefinition() == typeof(ICommand<>));
}
