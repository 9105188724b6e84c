using System.Text.Json.Nodes;

namespace SocialShares.StripeEmulator;

/// <summary>Something to sell.</summary>
internal sealed class Product : StripeObject
{
    public override string Schema => "product";
    public required string Name { get; init; }
    public string? Description { get; init; }

    public override JsonObject Render(World world) =>
        world.Subset.Fill(
            Schema,
            new JsonObject
            {
                ["id"] = Id,
                ["active"] = true,
                ["created"] = Created,
                ["description"] = Description,
                ["livemode"] = false,
                ["metadata"] = Metadata.ToJson(),
                ["name"] = Name,
                ["type"] = "service",
                ["updated"] = Created,
            }
        );
}

/// <summary>What one unit of a product costs.</summary>
internal sealed class Price : StripeObject
{
    public override string Schema => "price";
    public required Product Product { get; init; }
    public required string Currency { get; init; }
    public required long UnitAmount { get; init; }

    public override JsonObject Render(World world) =>
        world.Subset.Fill(
            Schema,
            new JsonObject
            {
                ["id"] = Id,
                ["active"] = true,
                ["billing_scheme"] = "per_unit",
                ["created"] = Created,
                ["currency"] = Currency,
                ["livemode"] = false,
                ["metadata"] = Metadata.ToJson(),
                ["product"] = Product.Id,
                ["tax_behavior"] = "unspecified",
                ["type"] = "one_time",
                ["unit_amount"] = UnitAmount,
                ["unit_amount_decimal"] = $"{UnitAmount}",
            }
        );
}

/// <summary>Operations on products and prices: as much as a session that names a price needs.</summary>
internal static class Prices
{
    public static JsonObject CreateProduct(Call call)
    {
        var (world, given) = (call.World, call.Given);
        given.Only("name", "description", "metadata");
        var product = world.Remember(
            new Product
            {
                Id = World.NewId("prod", 14),
                Owner = call.Account,
                Created = world.Now,
                Name = given.Required("name"),
                Description = given.Text("description"),
            }
        );
        given.MergeMetadata(product.Metadata);
        Events.Emit(world, "product.created", product);
        return product.Render(world);
    }

    public static JsonObject RetrieveProduct(Call call) => call.Named<Product>("product").Render(call.World);

    public static JsonObject Create(Call call)
    {
        var (world, given) = (call.World, call.Given);
        given.Only("currency", "unit_amount", "product", "metadata");
        var price = world.Remember(
            new Price
            {
                Id = World.NewId("price"),
                Owner = call.Account,
                Created = world.Now,
                Product = call.Find<Product>(given.Required("product"), "product", "product"),
                Currency = Currencies.Checked(given.Required("currency")),
                UnitAmount = LineItems.CheckedUnit(given.RequiredNumber("unit_amount"), "unit_amount"),
            }
        );
        given.MergeMetadata(price.Metadata);
        Events.Emit(world, "price.created", price);
        return price.Render(world);
    }

    public static JsonObject Retrieve(Call call) => call.Named<Price>("price").Render(call.World);
}
