namespace SocialShares.Domain;

/// <summary>
/// Who sits on a board by whose word, and so who can be a second pair of eyes. One person can take accounts of their own
/// into the board; therefore two seats that go back to the same person count as one pair of eyes. Whoever an
/// administrator has seated, the first of a board, and whoever sits on none answer for themselves.
/// </summary>
/// <param name="seats">Persons who sit, or sat, on the board, each with the person to whom the seat goes back.</param>
public sealed class FourEyes(IEnumerable<(PersonId Person, PersonId Origin)> seats)
{
    // Of somebody who left and came again the last seat counts.
    private readonly Dictionary<PersonId, PersonId> origins = seats
        .GroupBy(s => s.Person)
        .ToDictionary(g => g.Key, g => g.Last().Origin);

    /// <summary>Refuses a second person who is the first, or who is seated by the same word as the first.</summary>
    /// <param name="first">Who proposed, typed, uploaded or gains.</param>
    /// <param name="second">Who confirms.</param>
    /// <param name="samePerson">The code where both are one.</param>
    /// <exception cref="Refused"><c>four-eyes.seated-by-first</c>, and the code named.</exception>
    public void RequireTwo(PersonId first, Signature second, string samePerson)
    {
        if (second.PersonId == first)
            throw new Refused(samePerson);
        if (second.PersonId is { } person && Origin(person) == Origin(first))
            throw new Refused("four-eyes.seated-by-first");
    }

    private PersonId Origin(PersonId person) => origins.GetValueOrDefault(person, person);
}
