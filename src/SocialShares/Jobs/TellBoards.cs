using MediatR;
using SocialShares.Data;
using SocialShares.Features.Community;

namespace SocialShares.Jobs;

/// <summary>Tells boards by mail that questions wait, at most once a day.</summary>
public sealed class TellBoards(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock)
    : RecordedJob(scopes, gate, clock)
{
    protected override async Task<string> Do(IServiceProvider services, IMediator mediator, CancellationToken ct)
    {
        var told = await mediator.Send(new TellBoardsOfQuestions(), ct);
        return told == 0 ? "" : $"{told} boards told of questions";
    }
}
