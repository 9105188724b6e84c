using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares;

/// <summary>A request that changes something: one transaction, one save, one audit row.</summary>
public interface ICommand<TAnswer> : IRequest<TAnswer>;

/// <summary>A request that only reads.</summary>
public interface IQuery<TAnswer> : IRequest<TAnswer>;

/// <summary>Work of the outbox: leaves the process, then reports by commands. Told twice, it does once.</summary>
public interface IDelivery : IRequest<Unit>;

/// <summary>A command that carries a key chosen by the client: a repeat answers as the first time.</summary>
public interface IKeyed
{
    Guid Key { get; }
}

/// <summary>The only file that knows how MediatR is wired: access, then validation, then one save.</summary>
internal static class Pipeline
{
    public static IServiceCollection AddPipeline(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(p => type => p.GetService(type)!);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AccessStep<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationStep<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(SaveStep<,>));
        services.AddScoped<Access>();
        services.AddScoped<Caller>();
        foreach (var type in typeof(Pipeline).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsClass: true }))
        foreach (var role in type.GetInterfaces().Where(IsHandlerOrValidator))
            services.AddScoped(role, type);
        return services;
    }

    private static bool IsHandlerOrValidator(Type type) =>
        type.IsGenericType
        && (
            type.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
            || type.GetGenericTypeDefinition() == typeof(IValidator<>)
        );
}

internal sealed class AccessStep<TRequest, TAnswer>(Access access) : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IRequest<TAnswer>
{
    public async Task<TAnswer> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TAnswer> next)
    {
        await access.Require(request, ct);
        return await next();
    }
}

internal sealed class ValidationStep<TRequest, TAnswer>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IRequest<TAnswer>
{
    public async Task<TAnswer> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TAnswer> next)
    {
        foreach (var validator in validators)
        {
            var result = validator.Validate(request);
            if (!result.IsValid)
                throw new ValidationException(result.Errors);
        }
        return await next();
    }
}

/// <summary>
/// Runs a command in one transaction: handler, audit row, answer to the client's key, one save. A command that lost a
/// race is rolled back and run again, so that handlers must hold no state.
/// </summary>
internal sealed class SaveStep<TRequest, TAnswer>(
    SharesDb db,
    WriteGate gate,
    DbOptions options,
    Caller caller,
    TimeProvider clock,
    OutboxSignal signal
) : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : ICommand<TAnswer>
{
    public async Task<TAnswer> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TAnswer> next)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Once(request, attempt, ct, next);
            }
            catch (Exception e) when (attempt <= options.Retries && Providers.IsLostRace(e))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<TAnswer> Once(
        TRequest request,
        int attempt,
        CancellationToken ct,
        RequestHandlerDelegate<TAnswer> next
    )
    {
        using var turn = await gate.Enter(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var known = request is IKeyed keyed ? await CommandKeys.Find<TAnswer>(db, caller, keyed, ct) : null;
        if (known is not null)
            return known.Value;
        // The key is the id of what is made: a lost race may mean that somebody else has used it.
        if (attempt > 1 && request is IKeyed again && await CommandKeys.IsAnothers(db, caller, again, ct))
            throw new Refused("idempotency.key-reused");
        var answer = await next();
        var now = clock.GetUtcNow().UtcDateTime;
        if (request is IKeyed first)
            CommandKeys.Remember(db, caller, first, answer, now);
        AuditTrail.Record(db, caller, request, now);
        var hasOutbox = db.ChangeTracker.Entries<OutboxRow>().Any(e => e.State == EntityState.Added);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        if (hasOutbox)
            signal.Wake();
        return answer;
    }
}
