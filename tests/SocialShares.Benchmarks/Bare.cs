using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialShares.Data;

namespace SocialShares.Benchmarks;

/// <summary>Sends the statements of a tape on one connection, one after the other, with its commits and nothing between.</summary>
internal sealed class Bare(IServiceProvider services, Tape tape)
{
    private int sent;

    /// <summary>So many purchases.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> Send(int count)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SharesDb>();
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        foreach (var unit in tape.Copy(++sent))
            await Send(connection, unit);
        // Made beforehand: only the database is measured.
        var copies = Enumerable.Range(0, count).Select(_ => tape.Copy(++sent).ToList()).ToList();
        var begun = Stopwatch.GetTimestamp();
        foreach (var unit in copies.SelectMany(c => c))
            await Send(connection, unit);
        return Stopwatch.GetElapsedTime(begun);
    }

    private static async Task Send(DbConnection connection, Unit unit)
    {
        await using var transaction = unit.IsTransaction ? await connection.BeginTransactionAsync() : null;
        foreach (var statement in unit.Statements)
        {
            await using var command = connection.CreateCommand();
            (command.CommandText, command.Transaction) = (statement.Sql, transaction);
            foreach (var (name, type, value) in statement.Parameters)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
                if (value is null && type != System.Data.DbType.Object)
                    parameter.DbType = type;
                command.Parameters.Add(parameter);
            }
            await using var reader = await command.ExecuteReaderAsync();
            do while (await reader.ReadAsync()) { }
            while (await reader.NextResultAsync());
        }
        if (transaction is not null)
            await transaction.CommitAsync();
    }
}
