using System.Security.Claims;

namespace SocialShares.Http;

/// <summary>Who sends the requests of this scope: a person, nobody, or the machine itself (a job, the outbox, a webhook).</summary>
public sealed class Caller
{
    public const string AdministratorRole = "Administrator";
    public const string NameClaim = "full_name";

    public Caller(IHttpContextAccessor http)
    {
        var user = http.HttpContext?.User;
        if (user?.Identity?.IsAuthenticated != true)
            return;
        PersonId = Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? new PersonId(id) : null;
        Name = user.FindFirstValue(NameClaim) ?? "";
        IsAdministrator = user.IsInRole(AdministratorRole);
    }

    public PersonId? PersonId { get; private set; }

    /// <summary>Name as shown in steps and audit rows.</summary>
    public string Name { get; private set; } = "";

    public bool IsAdministrator { get; private set; }

    public bool IsMachine { get; private set; }

    /// <summary>The person's id, in handlers whose access rule guarantees one.</summary>
    public PersonId Person => PersonId ?? throw new InvariantBroken("a person was expected to send this request");

    /// <summary>From now on this scope acts for the platform itself.</summary>
    /// <param name="what">The job or delivery, as audit rows name it.</param>
    public void BecomeMachine(string what) => (IsMachine, Name, PersonId, IsAdministrator) = (true, what, null, false);

    /// <summary>What the last request was found to concern; empty where it names that itself.</summary>
    public string Concerned { get; private set; } = "";

    /// <summary>Names for the audit row what a request concerns that comes with a secret only.</summary>
    public void Concerns(string what) => Concerned = what;

    /// <summary>Signs a decision.</summary>
    public Signature Sign(DateTime now) => new(PersonId, Name, now);
}
