using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SocialShares.Http;

namespace SocialShares.Data;

/// <summary>Keeps who stands beside a holder's name as one JSON text: it is read whole and never searched.</summary>
internal sealed class PartyConverter() : ValueConverter<HolderParty, string>(party => Write(party), text => Read(text))
{
    private static string Write(HolderParty party) => JsonSerializer.Serialize(party, Json.Options);

    private static HolderParty Read(string text) => JsonSerializer.Deserialize<HolderParty>(text, Json.Options)!;
}
