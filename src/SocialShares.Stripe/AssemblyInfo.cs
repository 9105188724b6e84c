using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("SocialShares.Tests")]
