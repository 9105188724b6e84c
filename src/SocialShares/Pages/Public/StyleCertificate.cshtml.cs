using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SocialShares.Pages.Public;

/// <summary>A certificate as it is printed, with made-up names.</summary>
[AllowAnonymous]
public sealed class StyleCertificateModel : PageModel;
