using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.People;

/// <summary>Sign up with my name, mail address and a password.</summary>
public sealed record SignUp(Guid Key, string FullName, string Email, string Password, string Language)
    : ICommand<SignedUp>,
        IAllow<Anyone>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/people", Post).WithTags("People").RequireRateLimiting(Limits.SigningIn);

    /// <inheritdoc cref="SignUp"/>
    public static async Task<SignedUp> Post(Body body, IdempotencyKey key, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new SignUp(key.Value, body.FullName, body.Email, body.Password, body.Language ?? "en"), ct);

    /// <summary>Who I am.</summary>
    /// <param name="FullName">In one field, as I write it.</param>
    /// <param name="Email">Where mail reaches me.</param>
    /// <param name="Password">At least 12 characters; a sentence is fine.</param>
    /// <param name="Language">Language of mail: en or nl.</param>
    public sealed record Body(string FullName, string Email, string Password, string? Language);

    public sealed class Rules : AbstractValidator<SignUp>
    {
        public Rules()
        {
            RuleFor(r => r.FullName).Line(2, 140);
            RuleFor(r => r.Email).Email();
            RuleFor(r => r.Password).Text(PasswordRules.Shortest, 200);
            RuleFor(r => r.Language)
                .Must(l => l is "en" or "nl")
                .WithErrorCode("field.language")
                .WithMessage(_ => RefusalText.Of("field.language"));
        }
    }

    public sealed class Handler(SharesDb db, UserManager<Login> users) : IRequestHandler<SignUp, SignedUp>
    {
        public async Task<SignedUp> Handle(SignUp r, CancellationToken ct)
        {
            // Identity looks the name up again before it adds: tracked, a twin's row would stand in the way of ours, and
            // the lost race would not be seen as one.
            db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
            // A repeat of the same request answers as the first time. No stored hash of the content is kept for it,
            // because the content holds a password.
            if (await users.FindByIdAsync(r.Key.ToString()) is { } known)
                return Again(r, known);
            // Between the two looks a twin of this request may have signed the person up.
            if (await users.FindByEmailAsync(r.Email) is { } taken)
                return taken.Id == r.Key
                    ? Again(r, taken)
                    : throw new Refused("person.email-taken") { Field = "email" };
            var account = new Login
            {
                Id = r.Key,
                UserName = r.Email,
                Email = r.Email,
                FullName = r.FullName.Trim(),
                Language = r.Language,
            };
            var created = await users.CreateAsync(account, r.Password);
            if (!created.Succeeded)
                throw new Refused("person.password-refused") { Field = "password" };
            return new SignedUp(account.PersonId);
        }

        // The password is not compared: that would be a way to guess it without being locked out. The answer tells nothing
        // but the key itself.
        private static SignedUp Again(SignUp r, Login known) =>
            known.Email == r.Email && known.FullName == r.FullName.Trim()
                ? new SignedUp(known.PersonId)
                : throw new Refused("idempotency.key-reused");
    }
}

/// <summary>The person is signed up.</summary>
public sealed record SignedUp(PersonId Id);

/// <summary>What a password must be: long. Composition rules make people choose worse ones (OWASP ASVS 5, 6.2).</summary>
public static class PasswordRules
{
    public const int Shortest = 12;
}

/// <summary>Get a bearer token for the API with my mail address and password.</summary>
public static class SignInForToken
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/tokens", Post)
            .WithTags("People")
            .RequireRateLimiting(Limits.SigningIn)
            .AllowAnonymous()
            .Produces<AccessTokenResponse>();

    /// <inheritdoc cref="SignInForToken"/>
    public static async Task<IResult> Post(Body body, SignInManager<Login> signIn)
    {
        signIn.AuthenticationScheme = IdentityConstants.BearerScheme;
        var result = await signIn.PasswordSignInAsync(
            body.Email,
            body.Password,
            isPersistent: false,
            lockoutOnFailure: true
        );
        // On success the bearer handler has written the token already.
        return result.Succeeded ? Results.Empty : throw new NotSignedIn();
    }

    /// <summary>Who signs in.</summary>
    public sealed record Body(string Email, string Password);
}

/// <summary>Read who I am to the platform.</summary>
public sealed record ReadMe : IQuery<Me>, IAllow<SignedIn>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/me", Get).WithTags("People");

    /// <inheritdoc cref="ReadMe"/>
    public static Task<Me> Get(IMediator mediator, CancellationToken ct) => mediator.Send(new ReadMe(), ct);

    public sealed class Handler(Caller caller) : IRequestHandler<ReadMe, Me>
    {
        public Task<Me> Handle(ReadMe request, CancellationToken ct) =>
            Task.FromResult(new Me(caller.Person, caller.Name, caller.IsAdministrator));
    }
}

/// <summary>The person who signed in.</summary>
public sealed record Me(PersonId Id, string FullName, bool IsAdministrator);
