using System.Runtime.CompilerServices;
using System.Xml;
using System.Xml.Linq;

namespace SocialShares.Adapters.Sepa;

/// <summary>
/// Reads bank statements in camt.053.001, versions 02, 04 and 08. Entries are streamed: memory does not grow with their number.
/// Entries that are not booked yet are left out.
/// </summary>
public static class Camt053
{
    private const string Family = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.";

    private static readonly string[] Versions = ["02", "04", "08"];

    // No declarations of types, nothing from elsewhere: a statement is text from outside.
    private static XmlReaderSettings Settings =>
        new()
        {
            Async = true,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreWhitespace = true,
            IgnoreProcessingInstructions = true,
            CloseInput = false,
        };

    /// <summary>Reads a file from its beginning; the stream stays open.</summary>
    /// <returns>Each statement, followed by each of its entries with the statement once more.</returns>
    /// <exception cref="Refused"><c>statement.version</c>: no statement of a version that is known; <c>statement.malformed</c>: no XML, with
    /// the line; <c>statement.field</c>: something that must be there is missing or cannot be read, with the line and its
    /// name. What was returned by then is the beginning of a file that is not to be trusted.</exception>
    public static async IAsyncEnumerable<(BankStatement Statement, StatementEntry? Entry)> Read(
        Stream source,
        [EnumeratorCancellation] CancellationToken ct = default
    )
    {
        using var xml = XmlReader.Create(source, Settings);
        await Well(xml, () => xml.MoveToContentAsync());
        var space = xml.NamespaceURI;
        if (xml.LocalName != "Document" || !Versions.Any(v => space == Family + v))
            throw new Refused("statement.version", string.Join(", ", Versions));
        while (await Well(xml, xml.ReadAsync))
        {
            ct.ThrowIfCancellationRequested();
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Stmt" || xml.NamespaceURI != space)
                continue;
            await foreach (var part in Statement(xml, ct).WithCancellation(ct))
                yield return part;
        }
    }

    // The schema puts everything that describes a statement before its first entry.
    private static async IAsyncEnumerable<(BankStatement, StatementEntry?)> Statement(
        XmlReader xml,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var head = new XElement(XName.Get("Stmt", xml.NamespaceURI));
        var line = Line(xml);
        BankStatement? statement = null;
        var no = 0;
        var isEmpty = xml.IsEmptyElement;
        await Well(xml, xml.ReadAsync);
        while (!isEmpty && xml.NodeType != XmlNodeType.EndElement)
        {
            ct.ThrowIfCancellationRequested();
            var isEntry = xml.LocalName == "Ntry";
            var at = Line(xml);
            if (await Well(xml, () => XNode.ReadFromAsync(xml, ct)) is not XElement element)
                continue;
            if (!isEntry)
            {
                head.Add(element);
                continue;
            }
            if (statement is null)
                yield return (statement = new CamtStatement(head, line).Read(), null);
            if (new CamtEntry(element, at).Read(no + 1) is not { } entry)
                continue;
            no++;
            yield return (statement, entry);
        }
        if (statement is null)
            yield return (new CamtStatement(head, line).Read(), null);
    }

    // What is no XML is told with its line, whichever call meets it.
    private static async Task<T> Well<T>(XmlReader xml, Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (XmlException e)
        {
            throw new Refused("statement.malformed", e.LineNumber > 0 ? e.LineNumber : Line(xml));
        }
    }

    private static int Line(XmlReader xml) => (xml as IXmlLineInfo)?.LineNumber ?? 0;
}
