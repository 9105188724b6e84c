namespace SocialShares.Features.Import;

/// <summary>What rows of a confirmed list become: members, entries, certificates.</summary>
internal sealed record ImportedRegister(RegisterImport Import, ShareClass ShareClass, BookedOn On)
{
    private const int ShownOfHash = 16;

    /// <summary>Holders with their numbers, by number: those of the list, or given in the order of the days of entry.</summary>
    /// <param name="holders">The list.</param>
    /// <param name="last">The last number that is taken.</param>
    public IReadOnlyList<(int Number, ImportedHolder Holder)> Number(IReadOnlyList<ImportedHolder> holders, int last)
    {
        var next = Math.Max(last, holders.Max(h => h.Number ?? 0)) + 1;
        return
        [
            .. holders
                .OrderBy(h => h.AdmittedOn)
                .ThenBy(h => h.Row)
                .Select(h => (Number: h.Number ?? next++, Holder: h))
                .OrderBy(h => h.Number),
        ];
    }

    /// <summary>A new holder. Nobody signs in for them until they claim their holding.</summary>
    public Member Member((int Number, ImportedHolder Holder) of)
    {
        var member = new Member(
            IdOf(of.Holder),
            Import.EnterpriseId,
            of.Number,
            PersonId.From(Import.Id.OfRow(of.Holder.Row, "person")),
            of.Holder.Details,
            new PayoutChoice(PayoutDestination.Bank, of.Holder.Iban),
            of.Holder.AdmittedOn
        );
        member.JoinAs(new Admission(null, of.Holder.IsResident ?? false));
        return member;
    }

    /// <summary>The id of a new holder.</summary>
    public MemberId IdOf(ImportedHolder holder) => MemberId.From(Import.Id.OfRow(holder.Row, "member"));

    /// <summary>The entry of one row: it holds from the day in the list, and rests on the file.</summary>
    public EntryFacts Facts(ImportedHolder holder, MemberId member) =>
        new(
            ShareClass,
            member,
            EntryKind.Import,
            holder.Units,
            On with
            {
                Day = holder.AdmittedOn,
            },
            new EntrySource(
                FormattableString.Invariant($"Taken over from the register kept before, row {holder.Row}"),
                Import.Id.OfRow(holder.Row, "entry"),
                $"{Import.FileName}, sha-256 {Import.Sha256[..ShownOfHash]}"
            )
        );

    /// <summary>A certificate of an imported entry.</summary>
    public Certificate Certificate(RegisterEntry entry, int number) =>
        new(CertificateId.New(), number, entry, Domain.Certificate.NewCode());
}
