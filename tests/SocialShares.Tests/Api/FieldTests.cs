using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SocialShares.Features.Issuing;
using SocialShares.Features.People;
using SocialShares.Http;
using SocialShares.Ports;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Api;

/// <summary>Every field has limits; what is outside is told at the field, and never breaks anything.</summary>
[Collection(nameof(OneWorld))]
public sealed class FieldTests
{
    private static readonly string Long = new('x', 3000);

    /// <summary>Field, bad value, field that is named, its code.</summary>
    public static TheoryData<string, object?, string, string> Enterprises() =>
        new()
        {
            { "name", "x", "name", "field.length" },
            { "name", Long, "name", "field.length" },
            { "name", "Shop\u0007", "name", "field.characters" },
            { "name", "Shop\r\nBcc: all@people.example", "name", "field.characters" },
            { "name", "Shop\u2028of Hallowby", "name", "field.characters" },
            { "address", "1 High Street\nHallowby", "address", "field.characters" },
            { "name", "   ", "name", "field.length" },
            { "legalForm", "", "legalForm", "field.length" },
            { "legalForm", Long, "legalForm", "field.length" },
            { "country", "gb", "country", "field.country" },
            { "country", "GBR", "country", "field.country" },
            { "registryNumber", Long, "registryNumber", "field.length" },
            { "address", "1", "address", "field.length" },
            { "address", Long, "address", "field.length" },
            { "place", "", "place", "field.length" },
            { "place", Long, "place", "field.length" },
            { "office", Long, "office", "field.length" },
        };

    [Theory]
    [MemberData(nameof(Enterprises))]
    public async Task Fields_of_an_enterprise_have_limits(string field, object? value, string named, string code)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var person = await world.SignUp();

        var reply = await person.Post("enterprises", With(TestWorld.Profile(Currency.Gbp), field, value));

        reply.ShouldBeMalformed(named, code);
    }

    [Fact]
    public void The_subject_of_a_mail_stays_on_one_line_whatever_was_typed() =>
        new MailMessage("a@people.example", "Shop\r\nBcc: b\u2028c", "One\nTwo").ShouldBe(
            new MailMessage("a@people.example", "Shop  Bcc: b c", "One\nTwo")
        );

    [Theory]
    [InlineData("ink", "gold", "enterprise.ink")]
    [InlineData("drawing", "castle", "enterprise.drawing")]
    [InlineData("timeZone", "Europe/Atlantis", "enterprise.time-zone")]
    public async Task What_an_enterprise_picks_must_be_on_the_list(string field, string value, string code)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var person = await world.SignUp();

        var reply = await person.Post("enterprises", With(TestWorld.Profile(Currency.Gbp), field, value));

        reply.ShouldBeRefused(code).Field.ShouldBe(field);
    }

    [Theory]
    [InlineData("fullName", "x", "field.length")]
    [InlineData("email", "nobody", "field.email")]
    [InlineData("email", "Iris <iris@people.example>", "field.email")]
    [InlineData("email", "iris\u0000@people.example", "field.email")]
    [InlineData("password", "short", "field.length")]
    [InlineData("language", "fr", "field.language")]
    public async Task Fields_of_a_person_have_limits(string field, string value, string code)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var body = new SignUp.Body("Iris Teller", "iris@people.example", TestWorld.EveryonesPassword, "en");

        var reply = await world.Nobody.Post("people", With(body, field, value));

        reply.ShouldBeMalformed(field, code);
    }

    /// <summary>Field of the terms, bad value, code.</summary>
    public static TheoryData<string, object, string> TermsOutsideForm() =>
        new()
        {
            { "minimumTargetMinor", -1L, "field.amount" },
            { "optimumTargetMinor", -1L, "field.amount" },
            { "maximumTargetMinor", long.MaxValue, "field.amount" },
            { "minimumPerHolderMinor", 0L, "field.amount" },
            { "maximumPerHolderMinor", -5L, "field.amount" },
            { "maximumPerOrganisationMinor", 10_000_000_000_001L, "field.amount" },
            { "opensOn", "0001-01-01", "field.date" },
            { "closesOn", "9999-12-31", "field.date" },
            { "reflectionDays", 61, "field.range" },
        };

    [Theory]
    [MemberData(nameof(TermsOutsideForm))]
    public async Task Terms_of_an_offer_have_limits(string field, object value, string code)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var enterprise = await world.RegisterEnterprise(connected: false);

        var reply = await enterprise.Chair.Post($"enterprises/{enterprise.Id}/offers", Draft(world, field, value));

        reply.ShouldBeMalformed($"terms.{field}", code);
    }

    /// <summary>Field of the terms, value that contradicts the others, code.</summary>
    public static TheoryData<string, object, string, string> ContradictingTerms() =>
        new()
        {
            { "minimumTargetMinor", 60_000L, "offer.terms.optimum-target", "optimumTargetMinor" },
            { "maximumTargetMinor", 40_000L, "offer.terms.maximum-target", "maximumTargetMinor" },
            { "closesOn", "2020-01-01", "offer.terms.closes-on", "closesOn" },
            { "closesOn", "2199-01-01", "offer.terms.window", "closesOn" },
            { "minimumPerHolderMinor", 30_000L, "offer.terms.maximum-per-holder", "maximumPerHolderMinor" },
            { "maximumPerHolderMinor", 101_000L, "offer.terms.maximum-per-holder", "maximumPerHolderMinor" },
            {
                "maximumPerOrganisationMinor",
                101_000L,
                "offer.terms.maximum-per-organisation",
                "maximumPerOrganisationMinor"
            },
            { "reflectionDays", 3, "offer.terms.reflection", "reflectionDays" },
            { "minimumTargetMinor", 10_001L, "offer.terms.whole-shares", "minimumTargetMinor" },
        };

    [Theory]
    [MemberData(nameof(ContradictingTerms))]
    public async Task Terms_that_contradict_each_other_are_refused(
        string field,
        object value,
        string code,
        string named
    )
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var enterprise = await world.RegisterEnterprise(connected: false);

        var reply = await enterprise.Chair.Post($"enterprises/{enterprise.Id}/offers", Draft(world, field, value));

        reply.ShouldBeRefused(code).Field.ShouldBe(named);
    }

    [Theory]
    [InlineData("parValueMinor", 0L, "class.par-value")]
    [InlineData("parValueMinor", -1L, "class.par-value")]
    [InlineData("interestCapPpm", 200_001L, "class.interest-cap")]
    [InlineData("interestStartsAfterYears", 11L, "class.interest-start")]
    public async Task Terms_of_a_class_have_limits(string field, long value, string code)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var enterprise = await world.RegisterEnterprise(connected: false);
        var draft = Draft(world, "reflectionDays", 4);
        draft["newClass"]![field] = value;

        var reply = await enterprise.Chair.Post($"enterprises/{enterprise.Id}/offers", draft);

        ((int)reply.Status).ShouldBeOneOf(400, 409);
        reply.Text.ShouldContain(reply.Status == HttpStatusCode.Conflict ? code : field);
    }

    [Fact]
    public async Task A_class_is_either_new_or_known()
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var enterprise = await world.RegisterEnterprise(connected: false);
        var neither = Draft(world, "reflectionDays", 4);
        neither["newClass"] = null;
        var dollars = Draft(world, "reflectionDays", 4);
        dollars["newClass"]!["currency"] = "EUR";

        (await enterprise.Chair.Post($"enterprises/{enterprise.Id}/offers", neither)).ShouldBeMalformed(
            "newClass",
            "offer.class-or-new"
        );
        (await enterprise.Chair.Post($"enterprises/{enterprise.Id}/offers", dollars)).ShouldBeRefused("class.currency");
    }

    [Theory]
    [InlineData("holder.name", "x", "field.length")]
    [InlineData("holder.street", "", "field.length")]
    [InlineData("holder.postcode", "1234567890123", "field.length")]
    [InlineData("holder.city", " ", "field.length")]
    [InlineData("holder.country", "Wales", "field.country")]
    [InlineData("holder.bornOn", "9999-12-31", "field.date")]
    [InlineData("payout.iban", "GB00BUKB20201555555555", "iban.invalid")]
    public async Task Answers_of_an_applicant_have_limits(string field, string value, string code)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var application = await world.Start(await world.Open(), 1);
        var answers = Node(
            new AnswerApplication.Body(
                null,
                TestWorld.Holder(),
                new PayoutChoice(PayoutDestination.Bank, "GB33BUKB20201555555555")
            )
        );
        var path = field.Split('.');
        answers[path[0]]![path[1]] = value;

        var reply = await application.By.Patch(application.Path, answers);

        reply.ShouldBeMalformed(field, code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-100)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public async Task An_amount_that_is_no_amount_is_malformed(long amount)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var offer = await world.Open();

        var reply = await (await world.SignUp()).Post($"{offer.Path}/applications", new StartApplication.Body(amount));

        reply.ShouldBeMalformed("amountMinor", "field.amount");
    }

    [Theory]
    [InlineData("""{"amountMinor": 1000, "colour": "red"}""")]
    [InlineData("""{"amountMinor": "1000"}""")]
    [InlineData("""{"amountMinor": 1000.5}""")]
    [InlineData("""{"amountMinor": 99999999999999999999}""")]
    [InlineData("""{"amountMinor": null}""")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    public async Task What_is_not_the_described_json_is_malformed(string json)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var offer = await world.Open();
        var person = await world.SignUp();

        var reply = await person.Send(
            HttpMethod.Post,
            $"{offer.Path}/applications",
            new StringContent(json, Encoding.UTF8, "application/json"),
            ("Idempotency-Key", Guid.NewGuid().ToString())
        );

        reply.Status.ShouldBe(HttpStatusCode.BadRequest, reply.Text);
        reply.Code.ShouldBeOneOf("request.malformed", "request.invalid");
    }

    [Theory]
    [InlineData("terms")]
    [InlineData("title")]
    [InlineData("purpose")]
    public async Task What_is_left_out_of_a_draft_is_malformed(string field)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var enterprise = await world.RegisterEnterprise(connected: false);
        var leftOut = Draft(world, "reflectionDays", 4);
        leftOut.AsObject().Remove(field);
        var nothing = Draft(world, "reflectionDays", 4);
        nothing[field] = null;

        foreach (var draft in new[] { leftOut, nothing })
        {
            var reply = await enterprise.Chair.Post($"enterprises/{enterprise.Id}/offers", draft);
            reply.Status.ShouldBe(HttpStatusCode.BadRequest, reply.Text);
        }
    }

    [Theory]
    [InlineData("name")]
    [InlineData("currency")]
    [InlineData("timeZone")]
    [InlineData("ink")]
    public async Task What_is_left_out_of_an_enterprise_is_malformed(string field)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var person = await world.SignUp();
        var profile = Node(TestWorld.Profile(Currency.Gbp));
        profile.AsObject().Remove(field);

        var reply = await person.Post("enterprises", profile);

        reply.Status.ShouldBe(HttpStatusCode.BadRequest, reply.Text);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_document_must_be_a_pdf_of_a_fair_size(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Draft(await world.RegisterEnterprise(connected: false));
        var path = $"{offer.Path}/documents";
        var large = new byte[UploadOfferDocument.LargestBytes + 1];
        TestWorld.Pdf.CopyTo(large, 0);
        var chair = offer.By.Chair;

        (await chair.Upload(path, TestWorld.Pdf, "text/plain")).Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await chair.Upload(path, "MZ"u8.ToArray())).ShouldBeMalformed("document", "document.not-pdf");
        (await chair.Upload(path, [])).ShouldBeMalformed("document", "document.not-pdf");
        (await chair.Upload(path, large)).ShouldBeMalformed("document", "document.too-large");
        (await chair.Upload($"{path}?fileName={Long}", TestWorld.Pdf)).ShouldBeMalformed("fileName", "field.length");
        (await chair.Upload($"{path}?fileName=../../plan.pdf", TestWorld.Pdf)).As<DocumentStored>().Version.ShouldBe(1);
        (await world.Show(offer)).Document!.FileName.ShouldBe("plan.pdf");
    }

    private static JsonNode Draft(TestWorld world, string termsField, object value)
    {
        var body = Node(
            new DraftOffer.Body(
                null,
                TestWorld.Class(Currency.Gbp),
                "Reopen the village shop",
                "Buy the building and open again.",
                world.Terms()
            )
        );
        body["terms"]![termsField] = JsonSerializer.SerializeToNode(value);
        return body;
    }

    private static JsonNode With(object body, string field, object? value)
    {
        var node = Node(body);
        node[field] = JsonSerializer.SerializeToNode(value);
        return node;
    }

    private static JsonNode Node(object body) => JsonSerializer.SerializeToNode(body, body.GetType(), Json.Options)!;
}
