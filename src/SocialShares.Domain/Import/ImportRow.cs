namespace SocialShares.Domain;

/// <summary>Reads one row of a file; each thing that cannot be read, or cannot be, is told at its field.</summary>
internal sealed class ImportRow(
    ImportGround ground,
    Func<ImportField, string> cell,
    Action<ImportField, string, object[]> tell
)
{
    private const int LongestEmail = 256;
    private const long MostUnits = 1_000_000_000;

    /// <summary>Name and address; null when something of them is wrong.</summary>
    public HolderDetails? Details()
    {
        var kind = Kind();
        var name = Text(ImportField.Name, 2, 140);
        var street = Text(ImportField.Street, 1, 120);
        var city = Text(ImportField.City, 1, 80);
        var country = Country();
        var postcode = Postcode(country);
        return kind is { } k && name is not null && street is not null && city is not null && postcode is not null
            ? new HolderDetails(k, name, street, postcode, city, country!, null)
            : null;
    }

    /// <summary>The day of entry, not in the future and not before there was anything to enter.</summary>
    public DateOnly? AdmittedOn()
    {
        var text = cell(ImportField.AdmittedOn);
        if (text.Length == 0)
            return Wrong<DateOnly>(ImportField.AdmittedOn, "import.missing");
        if (ImportText.Day(text) is not { } day)
            return Wrong<DateOnly>(ImportField.AdmittedOn, "import.date", text);
        if (day > ground.Today)
            return Wrong<DateOnly>(ImportField.AdmittedOn, "import.date-future", day);
        if (day < ground.Limits.FoundedOn)
            return Wrong<DateOnly>(ImportField.AdmittedOn, "import.date-before", day, ground.Limits.FoundedOn);
        return day;
    }

    /// <summary>Shares, from their number or from what was paid; where both stand they must agree.</summary>
    public long? Units()
    {
        var (units, amount) = (cell(ImportField.Units), cell(ImportField.Amount));
        if (units.Length == 0 && amount.Length == 0)
            return Wrong<long>(ImportField.Units, "import.missing");
        var (counted, paid) = (units.Length == 0 ? null : Counted(units), amount.Length == 0 ? null : Paid(amount));
        if (counted is { } a && paid is { } b && a != b)
            return Wrong<long>(
                ImportField.Amount,
                "import.amount-differs",
                new Money(a * ground.ParValueMinor, ground.Currency)
            );
        return units.Length > 0 ? counted : paid;
    }

    /// <summary>The member's number; null when the list has none.</summary>
    public int? Number()
    {
        var text = cell(ImportField.Number);
        if (text.Length == 0)
            return null;
        return ImportNumber.TryRead(text, out var read) && read.Whole is { } whole and >= 1 and <= 10_000_000
            ? (int)whole
            : Wrong<int>(ImportField.Number, "import.number", text);
    }

    /// <summary>The account in electronic form; null when there is none.</summary>
    public string? Iban()
    {
        var text = cell(ImportField.Iban);
        if (text.Length == 0)
            return null;
        if (Domain.Iban.TryParse(text, out var iban))
            return iban.Value;
        tell(ImportField.Iban, "import.iban", [text]);
        return null;
    }

    /// <summary>The mail address; null when there is none.</summary>
    public string? Email()
    {
        var text = cell(ImportField.Email);
        if (text.Length == 0)
            return null;
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var isOne =
            text.Length <= LongestEmail
            && at > 0
            && at == text.LastIndexOf('@')
            && text.IndexOf('.', at) > at + 1
            && !text.EndsWith('.')
            && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is ',' or ';');
        if (isOne)
            return text;
        tell(ImportField.Email, "import.email", [text]);
        return null;
    }

    /// <summary>Does the holder count as a resident? Null when the list does not say.</summary>
    public bool? IsResident()
    {
        var text = cell(ImportField.Resident);
        if (text.Length == 0)
            return null;
        return ImportText.YesOrNo(text) ?? Wrong<bool>(ImportField.Resident, "import.resident", text);
    }

    /// <summary>The class, where the list names one.</summary>
    public void Class()
    {
        var text = cell(ImportField.Class);
        if (text.Length > 0 && !string.Equals(text, ground.ClassCode, StringComparison.OrdinalIgnoreCase))
            tell(ImportField.Class, "import.class", [text, ground.ClassCode]);
    }

    private HolderKind? Kind()
    {
        var text = cell(ImportField.Kind);
        if (text.Length == 0)
            return HolderKind.Person;
        return ImportText.Kind(text) ?? Wrong<HolderKind>(ImportField.Kind, "import.kind", text);
    }

    private string? Country()
    {
        var text = cell(ImportField.Country);
        if (text.Length == 0)
            return ground.Country;
        if (ImportText.Country(text) is { } code)
            return code;
        tell(ImportField.Country, "import.country", [text]);
        return null;
    }

    private string? Postcode(string? country)
    {
        if (Text(ImportField.Postcode, 1, 12) is not { } text || country is null)
            return null;
        if (ImportText.IsPostcode(text, country))
            return ImportText.Postcode(text, country);
        tell(ImportField.Postcode, "import.postcode", [text, country]);
        return null;
    }

    private string? Text(ImportField field, int shortest, int longest)
    {
        var text = cell(field);
        if (text.Length < shortest)
            tell(field, "import.missing", []);
        else if (text.Length > longest)
            tell(field, "import.too-long", [longest]);
        else if (text.Any(char.IsControl))
            tell(field, "import.characters", []);
        else
            return text;
        return null;
    }

    private long? Counted(string text)
    {
        if (!ImportNumber.TryRead(text, out var read))
            return Wrong<long>(ImportField.Units, "import.units-unreadable", text);
        if (read.Digits <= 0)
            return Wrong<long>(ImportField.Units, "import.units-negative", text);
        return read.Whole is { } whole and <= MostUnits
            ? whole
            : Wrong<long>(ImportField.Units, "import.units-not-whole", text);
    }

    private long? Paid(string text)
    {
        if (!ImportNumber.TryRead(text, out var read) || read.Hundredths is not { } minor)
            return Wrong<long>(ImportField.Amount, "import.amount-unreadable", text);
        if (minor <= 0)
            return Wrong<long>(ImportField.Amount, "import.units-negative", text);
        return minor % ground.ParValueMinor == 0 && minor / ground.ParValueMinor <= MostUnits
            ? minor / ground.ParValueMinor
            : Wrong<long>(
                ImportField.Amount,
                "import.amount-not-whole",
                new Money(minor, ground.Currency),
                new Money(ground.ParValueMinor, ground.Currency)
            );
    }

    private T? Wrong<T>(ImportField field, string code, params object[] figures)
        where T : struct
    {
        tell(field, code, figures);
        return null;
    }
}
