using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace SocialShares.Data.Bulk;

/// <summary>Where a kind of row goes and how its values are written: read from EF's model, so that it is said once.</summary>
/// <param name="Name">The table's name, quoted for its engine.</param>
/// <param name="Columns">Its columns.</param>
internal sealed record BulkTable<T>(string Name, IReadOnlyList<BulkColumn<T>> Columns)
    where T : class
{
    public static BulkTable<T> Of(SharesDb db)
    {
        var quote = db.GetService<ISqlGenerationHelper>();
        var entity =
            db.Model.FindEntityType(typeof(T)) ?? throw new InvariantBroken($"{typeof(T).Name} is in no table");
        var mapping = entity.GetTableMappings().Single();
        var columns = mapping.ColumnMappings.Select(c => BulkColumn<T>.Of(c, quote)).ToList();
        return new BulkTable<T>(quote.DelimitIdentifier(mapping.Table.Name, mapping.Table.Schema), columns);
    }
}

/// <summary>One column of a bulk insert.</summary>
/// <param name="Name">As the table has it.</param>
/// <param name="QuotedName">Quoted for its engine.</param>
/// <param name="Type">What the engine's driver is given, null aside.</param>
/// <param name="StoreType">The engine's name of the type, without length or precision.</param>
/// <param name="Read">The value of an entity as EF would write it; null for a missing one.</param>
internal sealed record BulkColumn<T>(string Name, string QuotedName, Type Type, string StoreType, Func<T, object?> Read)
    where T : class
{
    public static BulkColumn<T> Of(IColumnMapping mapping, ISqlGenerationHelper quote)
    {
        var property = mapping.Property;
        Invariant.Holds(!property.IsShadowProperty(), $"{property.Name} is not in the entity, so bulk cannot read it");
        var getter = property.GetGetter();
        var converter = mapping.TypeMapping.Converter;
        var type = converter?.ProviderClrType ?? property.ClrType;
        return new BulkColumn<T>(
            mapping.Column.Name,
            quote.DelimitIdentifier(mapping.Column.Name),
            Nullable.GetUnderlyingType(type) ?? type,
            mapping.TypeMapping.StoreTypeNameBase,
            converter is null
                ? entity => getter.GetClrValue(entity)
                : entity => converter.ConvertToProvider(getter.GetClrValue(entity))
        );
    }
}
