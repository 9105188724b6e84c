using MediatR;
using SocialShares.Data;
using SocialShares.Features.Register;

namespace SocialShares.Jobs;

/// <summary>Reads each night every register and its chain; a broken one is a failed run that administrators see.</summary>
public sealed class CheckRegisters(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock)
    : RecordedJob(scopes, gate, clock)
{
    protected override async Task<string> Do(IServiceProvider services, IMediator mediator, CancellationToken ct)
    {
        var registers = await mediator.Send(new ListRegistersToCheck(), ct);
        await Each.Do(
            services,
            nameof(CheckRegisters),
            registers,
            (own, register) => own.Send(new VerifyRegister(register, ""), ct)
        );
        var broken = (await mediator.Send(new ListLastRegisterChecks(), ct)).Where(c => c.Fault is not null).ToList();
        Invariant.Holds(
            broken.Count == 0,
            $"broken: {string.Join(", ", broken.Select(c => $"{c.EnterpriseSlug} at entry {c.BrokenNumber} ({c.Fault})"))}"
        );
        return registers.Count == 0 ? "" : $"{registers.Count} registers whole";
    }
}
