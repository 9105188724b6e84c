using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace SocialShares.Look;

/// <summary>
/// A finished piece of HTML. Written as <c>Markup.Of($"&lt;b&gt;{name}&lt;/b&gt;")</c>: what stands between braces is encoded,
/// unless it is finished markup itself, so that forgetting to encode is not possible.
/// </summary>
public readonly record struct Markup(string? Html) : IHtmlContent
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Nothing at all.</summary>
    public static Markup Nothing { get; } = new("");

    /// <summary>Encodes what is interpolated and keeps the rest.</summary>
    public static Markup Of(ref Weaver weaver) => new(weaver.Finish());

    /// <summary>One piece after the other.</summary>
    public static Markup Join(IEnumerable<Markup> pieces) => new(string.Concat(pieces.Select(p => p.Html)));

    /// <summary>The markup when the condition holds, else nothing.</summary>
    public static Markup If(bool condition, Markup then) => condition ? then : Nothing;

    /// <summary>An attribute with its leading space, or nothing where there is no value.</summary>
    public static Markup Attribute(string name, string? value) =>
        string.IsNullOrEmpty(value) ? Nothing : new($" {name}=\"{Encoder.Encode(value)}\"");

    /// <summary>Encodes a text for use between tags and in quoted attributes.</summary>
    public static string Encode(string? text) => text is null ? "" : Encoder.Encode(text);

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(Html);

    /// <inheritdoc/>
    public override string ToString() => Html ?? "";

    /// <summary>Takes the pieces of an interpolated string apart.</summary>
    [InterpolatedStringHandler]
    public ref struct Weaver(int literalLength, int formattedCount)
    {
        private readonly StringBuilder html = new(literalLength + (formattedCount * 16));

        public readonly void AppendLiteral(string text) => html.Append(text);

        public readonly void AppendFormatted(Markup markup) => html.Append(markup.Html);

        public readonly void AppendFormatted(string? text) => html.Append(Encode(text));

        public readonly void AppendFormatted(IHtmlContent content)
        {
            using var writer = new StringWriter(html, CultureInfo.InvariantCulture);
            content.WriteTo(writer, Encoder);
        }

        public readonly void AppendFormatted<T>(T value)
            where T : struct, IFormattable => html.Append(Encode(value.ToString(null, CultureInfo.InvariantCulture)));

        internal readonly string Finish() => html.ToString();
    }
}
