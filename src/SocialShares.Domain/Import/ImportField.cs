using System.Globalization;
using System.Text;

namespace SocialShares.Domain;

/// <summary>What a column of a society's own list of members holds. Stored by name.</summary>
public enum ImportField
{
    /// <summary>The member's number; without a column, numbers are given by the day of entry.</summary>
    Number,

    /// <summary>Full name, or an organisation's registered name.</summary>
    Name,

    /// <summary>Person or organisation; a person where nothing stands.</summary>
    Kind,

    /// <summary>Street and number.</summary>
    Street,

    /// <summary>Postal code.</summary>
    Postcode,

    /// <summary>Town or village.</summary>
    City,

    /// <summary>Country; that of the enterprise where nothing stands.</summary>
    Country,

    /// <summary>The day on which the member was entered.</summary>
    AdmittedOn,

    /// <summary>Shares held.</summary>
    Units,

    /// <summary>What was paid on them; instead of shares, or beside them as a check.</summary>
    Amount,

    /// <summary>Code of the class of shares, where the list says it.</summary>
    Class,

    /// <summary>The account for payouts.</summary>
    Iban,

    /// <summary>Mail address, to which the member may be invited.</summary>
    Email,

    /// <summary>Does the member live in the place? No, where nothing stands.</summary>
    Resident,
}

/// <summary>Knows columns by the names that societies give them, in English and Dutch.</summary>
public static class ImportHeaders
{
    private static readonly Dictionary<string, ImportField> Known = new[]
    {
        (ImportField.Number, "number no nr memberno membernumber memberid holder lidnummer lidnr nummer ledennummer"),
        (ImportField.Name, "name fullname member membername naam volledigenaam lid naamlid achternaam"),
        (ImportField.Kind, "kind type membertype soort soortlid"),
        (ImportField.Street, "street address address1 addressline1 streetandnumber straat adres straatenhuisnummer"),
        (ImportField.Postcode, "postcode postalcode zip zipcode"),
        (ImportField.City, "city town place village woonplaats plaats stad dorp"),
        (ImportField.Country, "country countrycode land landcode"),
        (
            ImportField.AdmittedOn,
            "admittedon dateentered datejoined joined joinedon membersince since date datum ingangsdatum lidsinds "
                + "toegetreden datumtoetreding datumingeschreven datumlid"
        ),
        (ImportField.Units, "units shares numberofshares noofshares aandelen aantalaandelen aantal"),
        (ImportField.Amount, "amount paid amountpaid value capital bedrag gestort inleg waarde"),
        (ImportField.Class, "class shareclass klasse aandelensoort soortaandeel"),
        (ImportField.Iban, "iban account bankaccount rekening rekeningnummer bankrekening"),
        (ImportField.Email, "email emailaddress mail emailadres mailadres"),
        (ImportField.Resident, "resident isresident local bewoner inwoner isbewoner"),
    }
        .SelectMany(f => f.Item2.Split(' ').Select(name => (Name: name, Field: f.Item1)))
        .ToDictionary(x => x.Name, x => x.Field);

    /// <summary>What a column of this name holds; null when the name says nothing to us.</summary>
    public static ImportField? Of(string header) => Known.TryGetValue(Fold(header), out var field) ? field : null;

    /// <summary>Small letters and digits only, without accents: what people mean by "the same name".</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
            if (char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(c));
        return folded.ToString();
    }
}
