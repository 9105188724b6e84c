namespace SocialShares.Domain.Tests;

/// <summary>The secret of an invitation: unguessable, kept as a digest, used once, good for a while.</summary>
public sealed class InvitationTests
{
    private static readonly DateTime Now = new(2030, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Secrets_differ_and_only_their_digest_is_kept()
    {
        var secrets = Enumerable.Range(0, 200).Select(_ => Invitation.NewToken()).ToList();
        var invitation = Sent(secrets[0]);

        secrets.Distinct().Count().ShouldBe(200);
        secrets.ShouldAllBe(s => s.Length == 43);
        invitation.SecretHash.ShouldNotBeNull();
        invitation.SecretHash.ShouldNotContain(secrets[0]);
        invitation.SecretHash.ShouldBe(Invitation.HashOf(secrets[0]));
    }

    [Fact]
    public void A_token_is_read_with_its_capitals()
    {
        var token = Invitation.NewToken();

        Invitation.HashOf(token.ToUpperInvariant()).ShouldNotBe(Invitation.HashOf(token));
    }

    [Fact]
    public void It_is_used_once()
    {
        var invitation = Sent("x");
        invitation.Use(PersonId.New(), Now);

        Should.Throw<Refused>(() => invitation.Use(PersonId.New(), Now)).Code.ShouldBe("invitation.used");
        Should.Throw<Refused>(() => invitation.Renew("y", null, Now)).Code.ShouldBe("invitation.used");
    }

    [Fact]
    public void It_is_good_until_its_last_instant()
    {
        var last = Now.AddDays(Invitation.GoodForDays);

        Should.NotThrow(() => Sent("x").Use(null, last));
        Should.Throw<Refused>(() => Sent("x").Use(null, last.AddTicks(1))).Code.ShouldBe("invitation.expired");
        Should.Throw<Refused>(() => New().Use(null, Now)).Code.ShouldBe("invitation.expired");
    }

    [Fact]
    public void What_was_withdrawn_opens_nothing_and_what_was_used_is_not_withdrawn()
    {
        var (withdrawn, used) = (Sent("x"), Sent("y"));
        withdrawn.Withdraw(Now);
        used.Use(null, Now);
        used.Withdraw(Now);

        Should.Throw<Refused>(() => withdrawn.Use(null, Now)).Code.ShouldBe("invitation.used");
        used.WithdrawnAt.ShouldBeNull();
    }

    private static Invitation New() =>
        new(
            InvitationId.New(),
            InvitationPurpose.TakeOver,
            Guid.NewGuid(),
            EnterpriseId.New(),
            "wren@people.example",
            "en",
            new Signature(PersonId.New(), "Ann", Now)
        );

    private static Invitation Sent(string secret)
    {
        var invitation = New();
        invitation.Renew(Invitation.HashOf(secret), null, Now);
        return invitation;
    }
}
