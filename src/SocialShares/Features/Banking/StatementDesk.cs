using Microsoft.EntityFrameworkCore;
using SocialShares.Adapters.Sepa;
using SocialShares.Data;
using SocialShares.Data.Bulk;

namespace SocialShares.Features.Banking;

/// <summary>Recognises statements, and begins to take in those that are new.</summary>
public sealed class StatementDesk(SharesDb db, BankSettings bank)
{
    /// <summary>Looks at what a bank says of a statement.</summary>
    /// <exception cref="Refused"><c>statement.other-account</c>, <c>statement.currency</c>, <c>statement.balance-missing</c>,
    /// <c>statement.changed</c>.</exception>
    public async Task<StatementIntake> Begin(
        BankStatement read,
        (string Name, string Sha256) file,
        Signature by,
        CancellationToken ct
    )
    {
        var iban = Iban.TryParse(read.Iban, out var account) ? account : default(Iban?);
        if (bank.Of(iban?.Value) is not { } currency)
            throw new Refused("statement.other-account", read.Iban ?? read.AccountNumber ?? "") { Field = "file" };
        if (read.Opening is not { } opening || read.Closing is not { } closing)
            throw new Refused("statement.balance-missing", read.Id) { Field = "file" };
        Currency?[] all = [read.Currency, opening.Currency, closing.Currency];
        if (all.Any(c => c is { } named && named != currency))
            throw new Refused("statement.currency", currency.Code) { Field = "file" };
        var known = await db
            .Statements.AsNoTracking()
            .SingleOrDefaultAsync(s => s.Iban == iban!.Value.Value && s.BankId == read.Id, ct);
        if (known is not null)
            return (known.OpeningMinor, known.ClosingMinor) == (opening.Minor, closing.Minor)
                ? new StatementIntake(db, known, isKnown: true)
                : throw new Refused("statement.changed", read.Id) { Field = "file" };
        var facts = new StatementFacts(read.Id, read.SequenceNumber, opening.Minor, closing.Minor, closing.On);
        var statement = new AccountStatement(iban!.Value, currency, facts, file, by);
        // Now, because its lines refer to it; what they come to is written with the save.
        await BulkInsert.Insert(db, [statement], ct);
        db.Statements.Attach(statement);
        return new StatementIntake(db, statement, isKnown: false);
    }
}
