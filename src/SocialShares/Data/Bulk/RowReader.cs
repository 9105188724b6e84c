using System.Collections;
using System.Data.Common;

namespace SocialShares.Data.Bulk;

/// <summary>Shows rows to <c>SqlBulkCopy</c> as the answer of a query, without keeping more than one.</summary>
internal sealed class RowReader<T>(BulkTable<T> table, IAsyncEnumerator<T> rows) : DbDataReader
    where T : class
{
    public long Count { get; private set; }

    public override int FieldCount => table.Columns.Count;
    public override bool HasRows => true;
    public override bool IsClosed => false;
    public override int Depth => 0;
    public override int RecordsAffected => -1;
    public override object this[int ordinal] => GetValue(ordinal);
    public override object this[string name] => GetValue(GetOrdinal(name));

    public override async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!await rows.MoveNextAsync())
            return false;
        Count++;
        return true;
    }

    public override bool Read() => throw new NotSupportedException("Rows are read asynchronously only.");

    public override object GetValue(int ordinal) => table.Columns[ordinal].Read(rows.Current) ?? DBNull.Value;

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, FieldCount);
        for (var i = 0; i < count; i++)
            values[i] = GetValue(i);
        return count;
    }

    public override bool IsDBNull(int ordinal) => table.Columns[ordinal].Read(rows.Current) is null;

    public override string GetName(int ordinal) => table.Columns[ordinal].Name;

    public override int GetOrdinal(string name)
    {
        for (var i = 0; i < FieldCount; i++)
            if (string.Equals(table.Columns[i].Name, name, StringComparison.Ordinal))
                return i;
        throw new ArgumentOutOfRangeException(nameof(name), name, "no such column");
    }

    public override Type GetFieldType(int ordinal) => table.Columns[ordinal].Type;

    public override string GetDataTypeName(int ordinal) => table.Columns[ordinal].StoreType;

    public override bool NextResult() => false;

    public override bool GetBoolean(int ordinal) => (bool)GetValue(ordinal);

    public override byte GetByte(int ordinal) => (byte)GetValue(ordinal);

    public override char GetChar(int ordinal) => (char)GetValue(ordinal);

    public override DateTime GetDateTime(int ordinal) => (DateTime)GetValue(ordinal);

    public override decimal GetDecimal(int ordinal) => (decimal)GetValue(ordinal);

    public override double GetDouble(int ordinal) => (double)GetValue(ordinal);

    public override float GetFloat(int ordinal) => (float)GetValue(ordinal);

    public override Guid GetGuid(int ordinal) => (Guid)GetValue(ordinal);

    public override short GetInt16(int ordinal) => (short)GetValue(ordinal);

    public override int GetInt32(int ordinal) => (int)GetValue(ordinal);

    public override long GetInt64(int ordinal) => (long)GetValue(ordinal);

    public override string GetString(int ordinal) => (string)GetValue(ordinal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        throw new NotSupportedException("Bytes are copied whole.");

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        throw new NotSupportedException("Text is copied whole.");

    public override IEnumerator GetEnumerator() =>
        throw new NotSupportedException("Rows are read asynchronously only.");

    public override async ValueTask DisposeAsync()
    {
        await rows.DisposeAsync();
        await base.DisposeAsync();
    }
}
