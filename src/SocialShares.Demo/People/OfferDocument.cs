using System.Globalization;
using System.Text;

namespace SocialShares.Demo.People;

/// <summary>Writes an offer document: a real PDF of one A4 page with text, in a letter that every reader has.</summary>
public static class OfferDocument
{
    private const int LettersInALine = 88;

    /// <param name="title">The headline.</param>
    /// <param name="paragraphs">The text; letters of western European languages.</param>
    public static byte[] Write(string title, params string[] paragraphs)
    {
        var page = Page(title, paragraphs);
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
                + "/Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>",
            $"<< /Length {page.Length.ToString(CultureInfo.InvariantCulture)} >>\nstream\n{page}\nendstream",
            Font("Helvetica"),
            Font("Helvetica-Bold"),
            $"<< /Title ({Escaped(title)}) /Producer (SocialShares demo) >>",
        ];
        return Encoding.Latin1.GetBytes(Assemble(objects));
    }

    private static string Assemble(string[] objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var no = 1; no <= objects.Length; no++)
        {
            places.Add(file.Length); // one letter is one byte
            file.Append(CultureInfo.InvariantCulture, $"{no} 0 obj\n{objects[no - 1]}\nendobj\n");
        }
        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R ");
        return file.Append(CultureInfo.InvariantCulture, $"/Info 7 0 R >>\nstartxref\n{table}\n%%EOF\n").ToString();
    }

    private static string Page(string title, string[] paragraphs)
    {
        var text = new StringBuilder("BT /F2 18 Tf 60 770 Td 24 TL\n");
        foreach (var line in Lines(title, 50))
            text.Append(CultureInfo.InvariantCulture, $"({Escaped(line)}) Tj T*\n");
        text.Append("/F1 11 Tf 16 TL T*\n");
        foreach (var paragraph in paragraphs)
        {
            foreach (var line in Lines(paragraph, LettersInALine))
                text.Append(CultureInfo.InvariantCulture, $"({Escaped(line)}) Tj T*\n");
            text.Append("T*\n");
        }
        return text.Append("ET").ToString();
    }

    private static IEnumerable<string> Lines(string text, int letters)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > letters)
            {
                yield return line.ToString();
                line.Clear();
            }
            line.Append(line.Length > 0 ? " " : "").Append(word);
        }
        yield return line.ToString();
    }

    private static string Font(string name) =>
        $"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>";

    private static string Escaped(string text) =>
        new StringBuilder(text).Replace("\\", "\\\\").Replace("(", "\\(").Replace(")", "\\)").ToString();
}
