using FluentValidation;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Form of a document that a board uploads.</summary>
internal static class PdfRules
{
    /// <summary>A PDF of at most 5 MB; its field is called <c>document</c>.</summary>
    public static void Pdf<T>(this IRuleBuilderInitial<T, byte[]> rule) =>
        rule.Must(c => c.Length <= UploadOfferDocument.LargestBytes)
            .WithErrorCode("document.too-large")
            .WithMessage(_ => RefusalText.Of("document.too-large"))
            .Must(c => c.AsSpan().StartsWith("%PDF-"u8))
            .WithErrorCode("document.not-pdf")
            .WithMessage(_ => RefusalText.Of("document.not-pdf"))
            .OverridePropertyName("document");
}
