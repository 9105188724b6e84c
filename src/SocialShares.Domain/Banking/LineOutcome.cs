namespace SocialShares.Domain;

/// <summary>What became of a line of a statement.</summary>
public enum LineState
{
    /// <summary>In the work list: nobody knows yet.</summary>
    Open,

    /// <summary>It pays an application.</summary>
    Paid,

    /// <summary>An order of ours, as the bank carried it out.</summary>
    Ordered,

    /// <summary>An order of ours that came back.</summary>
    Returned,

    /// <summary>Goes back to whoever sent it.</summary>
    SentBack,

    /// <summary>A person said what it is.</summary>
    Explained,
}

/// <summary>What a line is that belongs to no payer and no order.</summary>
public enum LineMeaning
{
    /// <summary>The platform's own: a fee of the bank, its interest, money put in or taken out.</summary>
    OwnMoney,

    /// <summary>Money that the platform moved from its balance at the payment provider, or to it.</summary>
    Provider,
}

/// <summary>What became of a line of a statement, and by whose word.</summary>
public sealed class LineOutcome
{
    private LineOutcome() { }

    /// <param name="line">The line.</param>
    /// <param name="state">What became of it.</param>
    /// <param name="application">The application that it pays; null for all else.</param>
    /// <param name="order">The order that it is of; null for all else.</param>
    public LineOutcome(
        StatementLine line,
        LineState state,
        ApplicationId? application = null,
        BankOrderId? order = null
    )
    {
        (LineId, StatementId, State) = (line.Id, line.StatementId, state);
        (AmountMinor, Currency) = (line.AmountMinor, line.Currency);
        (ApplicationId, OrderId) = (application, order);
    }

    /// <summary>The line; also its identity.</summary>
    public StatementLineId LineId { get; private set; }

    /// <summary>Its statement.</summary>
    public StatementId StatementId { get; private set; }

    /// <summary>What became of it.</summary>
    public LineState State { get; private set; }

    /// <summary>As on the line, minor units.</summary>
    public long AmountMinor { get; private set; }

    /// <summary>Currency of the amount.</summary>
    public Currency Currency { get; private set; }

    /// <summary>What of it counts towards the application, minor units; the rest goes back.</summary>
    public long KeptMinor { get; private set; }

    /// <summary>The application that it pays.</summary>
    public ApplicationId? ApplicationId { get; private set; }

    /// <summary>The order that it is of, or that sends it back.</summary>
    public BankOrderId? OrderId { get; private set; }

    /// <summary>What a person said that it is.</summary>
    public LineMeaning? Meaning { get; private set; }

    /// <summary>The reason that they gave.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who decided; null where the reference did.</summary>
    public PersonId? DecidedBy { get; private set; }

    /// <summary>Their name.</summary>
    public string? DecidedByName { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>How much.</summary>
    public Money Amount => new(AmountMinor, Currency);

    /// <summary>Some of it counts towards the application.</summary>
    public void Keep(long minor) => KeptMinor = minor;

    /// <summary>A person says whose application it pays.</summary>
    /// <exception cref="Refused"><c>work-list.decided</c>, <c>work-list.went-out</c>.</exception>
    public void Pays(ApplicationId application, Signature by)
    {
        RequireCameIn();
        Decide(LineState.Paid, by);
        ApplicationId = application;
    }

    /// <summary>A person sends it back.</summary>
    /// <exception cref="Refused"><c>work-list.decided</c>, <c>work-list.went-out</c>.</exception>
    public void SendBack(BankOrderId order, Signature by)
    {
        RequireCameIn();
        Decide(LineState.SentBack, by);
        OrderId = order;
    }

    /// <summary>A person says what it is.</summary>
    /// <exception cref="Refused"><c>work-list.decided</c></exception>
    public void Explain(LineMeaning meaning, string reason, Signature by)
    {
        Decide(LineState.Explained, by);
        (Meaning, Reason) = (meaning, reason);
    }

    /// <summary>A person says of which bank file of ours it is the sum.</summary>
    /// <exception cref="Refused"><c>work-list.decided</c></exception>
    public void IsOfFile(Signature by) => Decide(LineState.Ordered, by);

    private void RequireCameIn()
    {
        if (AmountMinor < 0)
            throw new Refused("work-list.went-out");
    }

    private void Decide(LineState state, Signature by)
    {
        if (State != LineState.Open)
            throw new Refused("work-list.decided");
        State = state;
        (DecidedBy, DecidedByName, DecidedAt) = (by.PersonId, by.Name, by.At);
        Version++;
    }
}
