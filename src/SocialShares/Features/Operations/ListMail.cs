using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Operations;

/// <summary>Read the messages that were kept because no mail server is set, newest first; to one address where asked.</summary>
public sealed record ListMail(string? To, int Limit) : IQuery<IReadOnlyList<MailLine>>, IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/mail", Get).WithTags("Operations");

    /// <inheritdoc cref="ListMail"/>
    public static Task<IReadOnlyList<MailLine>> Get(string? to, int? limit, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListMail(to, limit ?? 50), ct);

    public sealed class Rules : AbstractValidator<ListMail>
    {
        public Rules() => RuleFor(r => r.Limit).Between(1, 500);
    }

    public sealed class Handler(SharesDb db) : IRequestHandler<ListMail, IReadOnlyList<MailLine>>
    {
        public async Task<IReadOnlyList<MailLine>> Handle(ListMail r, CancellationToken ct) =>
            await db
                .SentMails.AsNoTracking()
                .Where(m => string.IsNullOrEmpty(r.To) || m.To == r.To)
                .OrderByDescending(m => m.SentAt)
                .ThenByDescending(m => m.Id)
                .Take(r.Limit)
                .Select(m => new MailLine(m.Id, m.To, m.Subject, m.Text, m.SentAt))
                .ToListAsync(ct);
    }
}

/// <summary>A message as it would have gone out. The instant is UTC.</summary>
public sealed record MailLine(Guid Id, string To, string Subject, string Text, DateTime SentAt);
