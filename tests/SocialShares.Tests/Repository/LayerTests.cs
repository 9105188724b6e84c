using System.Xml.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SocialShares.Tests.Repository;

/// <summary>Arrows point downward only, as the architecture draws them.</summary>
public sealed class LayerTests
{
    private const string Stub = "Microsoft.SqlServer.Server"; // stands in for a package that is not served

    public static readonly TheoryData<string, string[]> Projects = new()
    {
        { "SocialShares.Domain", [] },
        { "SocialShares.Stripe", [] },
        { "SocialShares.StripeEmulator", [] },
        { "SocialShares", ["SocialShares.Domain", "SocialShares.Stripe", Stub] },
        {
            "SocialShares.Demo",
            ["SocialShares", "SocialShares.Domain", "SocialShares.Stripe", "SocialShares.StripeEmulator", Stub]
        },
    };

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_lies_below_it(string project, string[] allowed)
    {
        var references = References(project, "ProjectReference")
            .Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

        references.Except(allowed).ShouldBeEmpty($"{project} may not reference these");
    }

    [Fact]
    public void The_domain_references_nothing_at_all()
    {
        string[] kinds = ["PackageReference", "ProjectReference", "FrameworkReference", "Reference"];

        kinds.SelectMany(kind => References("SocialShares.Domain", kind)).ShouldBeEmpty();
        Checkout
            .Read("src/SocialShares.Domain/SocialShares.Domain.csproj")
            .ShouldContain("<PureDomain>true</PureDomain>");
    }

    [Fact]
    public void The_product_references_at_most_fifteen_packages() =>
        References("SocialShares", "PackageReference").Count().ShouldBeLessThanOrEqualTo(15);

    [Fact]
    public void The_domain_uses_the_base_library_and_itself_only() =>
        Used("src/SocialShares.Domain/")
            .Where(use => !Within(use.Name, "System") && !Within(use.Name, "SocialShares.Domain"))
            .ShouldBeEmpty();

    [Theory]
    [InlineData("SocialShares.Stripe")]
    [InlineData("SocialShares.StripeEmulator")]
    public void What_speaks_stripe_knows_nothing_of_shares(string project) =>
        Used($"src/{project}/")
            .Where(use => Within(use.Name, "SocialShares") && !Within(use.Name, project))
            .ShouldBeEmpty();

    [Fact]
    public void Only_the_adapters_and_the_webhook_know_stripe() =>
        Used("src/SocialShares/")
            .Where(use => Within(use.Name, "SocialShares.Stripe"))
            .Where(use => !use.At.StartsWith("src/SocialShares/Adapters/", StringComparison.Ordinal))
            .Where(use => !use.At.StartsWith("src/SocialShares/Http/StripeWebhook.cs", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void Interfaces_stand_only_where_the_outside_world_is_faked_or_the_pipeline_is_wired()
    {
        string[] places =
        [
            "src/SocialShares/Ports/",
            "src/SocialShares/Data/Bulk/",
            "src/SocialShares/Pipeline.cs",
            "src/SocialShares/Http/Access.cs", // how a request declares who may send it
        ];

        var elsewhere = Checkout
            .Sources.Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal))
            .Where(file => !places.Any(place => file.Path.StartsWith(place, StringComparison.Ordinal)))
            .SelectMany(file => file.All<InterfaceDeclarationSyntax>().Select(found => (file, found)))
            .Where(pair => pair.found.Identifier.Text != "IId")
            .Select(pair => $"{pair.file.At(pair.found)} {pair.found.Identifier.Text}");

        elsewhere.ShouldBeEmpty();
    }

    [Fact]
    public void No_handler_sends_another_command()
    {
        string[] senders = ["IMediator", "ISender"];

        var nested = Checkout
            .Sources.Where(file => file.Path.StartsWith("src/SocialShares/Features/", StringComparison.Ordinal))
            .SelectMany(file => file.All<TypeDeclarationSyntax>().Select(type => (file, type)))
            .Where(pair => pair.type.BaseList?.ToString().Contains("Handler<", StringComparison.Ordinal) == true)
            // A delivery of the outbox runs outside any transaction and reports by commands: it may send.
            .Where(pair => !IsOfDelivery(pair.type))
            .Where(pair => pair.type.DescendantNodes().OfType<ParameterSyntax>().Any(AsksForSender))
            .Select(pair => pair.file.At(pair.type));

        nested.ShouldBeEmpty("a command inside a command would wait for its own transaction");

        bool IsOfDelivery(TypeDeclarationSyntax handler) =>
            handler.Parent is RecordDeclarationSyntax request
            && request.BaseList?.Types.Any(type => type.ToString() == "IDelivery") == true;

        bool AsksForSender(ParameterSyntax parameter) => senders.Contains(parameter.Type?.ToString());
    }

    [Fact]
    public void The_domain_knows_no_decimal_and_no_floating_point()
    {
        SyntaxKind[] kinds = [SyntaxKind.DecimalKeyword, SyntaxKind.DoubleKeyword, SyntaxKind.FloatKeyword];
        string[] names = ["Decimal", "Double", "Single", "Half"];

        var inexact = Checkout
            .Sources.Where(file => file.Path.StartsWith("src/SocialShares.Domain/", StringComparison.Ordinal))
            .SelectMany(file => file.All<TypeSyntax>().Select(type => (file, type)))
            .Where(pair =>
                pair.type is PredefinedTypeSyntax word && kinds.Contains(word.Keyword.Kind())
                || pair.type is IdentifierNameSyntax name
                    && names.Contains(name.Identifier.Text)
                    && name.Parent is not MemberAccessExpressionSyntax
            )
            .Select(pair => pair.file.At(pair.type));

        inexact.ShouldBeEmpty();
    }

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument
            .Parse(Checkout.Read($"src/{project}/{project}.csproj"))
            .Descendants(kind)
            .Select(reference => reference.Attribute("Include")!.Value);

    // Names that a file imports, or writes out in full.
    private static IEnumerable<(string At, string Name)> Used(string folder) =>
        from file in Checkout.Sources
        where file.Path.StartsWith(folder, StringComparison.Ordinal)
        from name in file.All<UsingDirectiveSyntax>()
            .Select(use => use.NamespaceOrType)
            .Concat(file.All<QualifiedNameSyntax>().Where(name => name.Parent is not NameSyntax).Cast<TypeSyntax>())
        let text = name.ToString().Replace("global::", "")
        where
            text.StartsWith("System", StringComparison.Ordinal)
            || text.StartsWith("SocialShares", StringComparison.Ordinal)
            || name.Parent is UsingDirectiveSyntax
        select (file.At(name), text);

    private static bool Within(string name, string space) =>
        name == space || name.StartsWith(space + ".", StringComparison.Ordinal);
}
