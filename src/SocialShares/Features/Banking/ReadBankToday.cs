using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Banking;

/// <summary>See how much of the bank waits for a person today.</summary>
public sealed record ReadBankToday : IQuery<BankToday>, IAllow<Administrator>
{
    public sealed class Handler(SharesDb db) : IRequestHandler<ReadBankToday, BankToday>
    {
        public async Task<BankToday> Handle(ReadBankToday r, CancellationToken ct)
        {
            var waiting = await db.LineOutcomes.CountAsync(o => o.State == LineState.Open, ct);
            foreach (var currency in await db.Statements.Select(s => s.Currency).Distinct().ToListAsync(ct))
                waiting += (await db.OpenGaps(currency, ct)).Count;
            var files = await db
                .ClientFiles.Where(f => f.State == ClientFileState.Made)
                .OrderBy(f => f.No)
                .Select(f => new FileToRelease(f.No, f.Currency, f.ControlSumMinor, f.MadeByName))
                .ToListAsync(ct);
            return new BankToday(waiting, files);
        }
    }
}

/// <summary>What of the bank waits for a person.</summary>
/// <param name="Waiting">Payments that nobody knows and differences that nobody has explained.</param>
/// <param name="ToRelease">Bank files that wait for a second administrator.</param>
public sealed record BankToday(int Waiting, IReadOnlyList<FileToRelease> ToRelease)
{
    /// <summary>Nothing.</summary>
    public static BankToday Nothing { get; } = new(0, []);
}

/// <summary>A bank file that waits for a second administrator.</summary>
public sealed record FileToRelease(int No, Currency Currency, long ControlSumMinor, string MadeBy);
