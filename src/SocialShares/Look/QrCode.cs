using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace SocialShares.Look;

/// <summary>A code that a banking app reads, drawn by the server: black on white in every colour scheme, or apps cannot read it.</summary>
public static class QrCode
{
    /// <summary>The drawing, with its text alternative.</summary>
    public static IHtmlContent Of(string text, string alternative)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        var dots = new StringBuilder();
        var rows = data.ModuleMatrix;
        for (var y = 0; y < rows.Count; y++)
        for (var x = 0; x < rows[y].Count; x++)
            if (rows[y][x])
                dots.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return Markup.Of(
            $"<svg class=\"qr\" width=\"240\" height=\"240\" viewBox=\"0 0 {rows.Count} {rows.Count}\" role=\"img\" aria-label=\"{alternative}\"><rect width=\"100%\" height=\"100%\" fill=\"white\"/><path fill=\"black\" d=\"{dots.ToString()}\"/></svg>"
        );
    }
}
