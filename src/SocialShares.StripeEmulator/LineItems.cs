namespace SocialShares.StripeEmulator;

/// <summary>One line of what is bought.</summary>
internal sealed record LineItem(string Id, string Name, string? Description, long UnitAmount, long Quantity)
{
    public string PriceId { get; init; } = World.NewId("price");
    public string ProductId { get; init; } = World.NewId("prod", 14);
    public long Total => UnitAmount * Quantity;
    public Dictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);
}

/// <summary>Reading the lines of a session that is to be made.</summary>
internal static class LineItems
{
    private const long LargestUnit = 99_999_999;

    public static (IReadOnlyList<LineItem> Items, string Currency) Read(Call call)
    {
        var lines = call.Given.Items("line_items").Select(x => Read(call, x)).ToList();
        if (lines.Count == 0)
        {
            throw StripeError.Missing("line_items");
        }

        var currencies = lines.Select(x => x.Currency).Distinct(StringComparer.Ordinal).ToList();
        return currencies.Count == 1
            ? ([.. lines.Select(x => x.Item)], currencies[0])
            : throw StripeError.Invalid("All line items must have the same currency.", "line_items");
    }

    public static long CheckedUnit(long unit, string param) =>
        unit is >= 0 and <= LargestUnit ? unit : throw StripeError.Invalid("Invalid non-negative integer", param);

    private static (LineItem Item, string Currency) Read(Call call, Given item)
    {
        item.Only("price", "price_data", "quantity", "metadata");
        if (item.Has("price") && item.Has("price_data"))
        {
            throw StripeError.Invalid(
                "You may only specify one of these parameters: price, price_data.",
                code: "parameters_exclusive"
            );
        }

        var (line, currency) = item.Text("price") is { } id
            ? OfPrice(call.Find<Price>(id, "price", item.PathOf("price")), item)
            : OfPriceData(item);
        item.MergeMetadata(line.Metadata);
        return (line, currency);
    }

    private static (LineItem Item, string Currency) OfPrice(Price price, Given item)
    {
        var product = price.Product;
        var line = new LineItem(
            World.NewId("li"),
            product.Name,
            product.Description,
            price.UnitAmount,
            CheckedQuantity(item)
        )
        {
            PriceId = price.Id,
            ProductId = product.Id,
        };
        return (line, price.Currency);
    }

    private static (LineItem Item, string Currency) OfPriceData(Given item)
    {
        var price = item.Inner("price_data");
        price.Only("currency", "product_data", "unit_amount", "tax_behavior");
        if (price.Values.Count == 0)
        {
            throw StripeError.Missing(item.PathOf("price_data"));
        }

        var product = price.Inner("product_data");
        product.Only("name", "description", "metadata");
        var unit = CheckedUnit(price.RequiredNumber("unit_amount"), price.PathOf("unit_amount"));
        var line = new LineItem(
            World.NewId("li"),
            product.Required("name"),
            product.Text("description"),
            unit,
            CheckedQuantity(item)
        );
        return (line, Currencies.Checked(price.Required("currency")));
    }

    private static long CheckedQuantity(Given item)
    {
        var quantity = item.Number("quantity") ?? throw StripeError.Missing(item.PathOf("quantity"));
        return quantity is >= 1 and <= 999_999
            ? quantity
            : throw StripeError.Invalid("Invalid positive integer", item.PathOf("quantity"));
    }
}
