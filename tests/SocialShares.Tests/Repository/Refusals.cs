using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SocialShares.Tests.Repository;

/// <summary>A place in the product where a rule may say no.</summary>
/// <param name="Key">The key of its text.</param>
/// <param name="Figures">How many figures are given with it; null where that is not written there.</param>
/// <param name="At">File and line.</param>
internal sealed record Refusal(string Key, int? Figures, string At);

/// <summary>
/// Finds every <c>new Refused("code", ...)</c>, also where the code comes in by a parameter: then the calls of that
/// method count.
/// </summary>
internal static class Refusals
{
    internal static IEnumerable<Refusal> In(IEnumerable<SourceFile> sources)
    {
        var files = sources.Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal)).ToList();
        var throwers = files.SelectMany(Throwers).ToHashSet();
        return files.SelectMany(Direct).Concat(files.SelectMany(file => Passed(file, throwers)));
    }

    private static IEnumerable<BaseObjectCreationExpressionSyntax> Creations(SourceFile file) =>
        file.All<BaseObjectCreationExpressionSyntax>()
            .Where(made =>
                made is ObjectCreationExpressionSyntax named ? named.Type.ToString() == "Refused" : Gives(made)
            );

    // `new(...)` in a method that gives a refusal.
    private static bool Gives(BaseObjectCreationExpressionSyntax made)
    {
        var statement = made.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax;
        var method = made.Ancestors().OfType<MethodDeclarationSyntax>().FirstOrDefault();
        return statement && method?.ReturnType.ToString() is "Refused" or "Refused?";
    }

    private static IEnumerable<Refusal> Direct(SourceFile file) =>
        from made in Creations(file)
        let arguments = made.ArgumentList!.Arguments
        from code in Codes(arguments[0])
        select new Refusal(code, arguments.Count - 1, file.At(made));

    // Methods that make a refusal of a code that they were given: the name, and which argument it is.
    private static IEnumerable<(string Name, int Position)> Throwers(SourceFile file) =>
        from made in Creations(file)
        let code = made.ArgumentList!.Arguments[0].Expression as IdentifierNameSyntax
        where code is not null
        from around in made.Ancestors()
        let method = around switch
        {
            MethodDeclarationSyntax whole => (Name: whole.Identifier.Text, whole.ParameterList),
            LocalFunctionStatementSyntax local => (Name: local.Identifier.Text, local.ParameterList),
            _ => (Name: "", ParameterList: null),
        }
        where method.ParameterList is not null
        let position = method.ParameterList.Parameters.IndexOf(p => p.Identifier.Text == code.Identifier.Text)
        where position >= 0
        select (method.Name, position);

    private static IEnumerable<Refusal> Passed(SourceFile file, HashSet<(string Name, int Position)> throwers) =>
        from call in file.All<InvocationExpressionSyntax>()
        let name = call.Expression switch
        {
            IdentifierNameSyntax simple => simple.Identifier.Text,
            MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
            _ => "",
        }
        from thrower in throwers
        where thrower.Name == name && call.ArgumentList.Arguments.Count > thrower.Position
        from code in Codes(call.ArgumentList.Arguments[thrower.Position])
        select new Refusal(code, Figures: null, file.At(call));

    private static IEnumerable<string> Codes(ArgumentSyntax argument) =>
        argument
            .DescendantNodes()
            .OfType<LiteralExpressionSyntax>()
            .Where(literal => literal.IsKind(SyntaxKind.StringLiteralExpression))
            .Select(literal => $"refused.{literal.Token.ValueText}");
}
