using SocialShares;
using SocialShares.StripeEmulator;

await using var emulator = StripeEmulatorHost.Create([], b => b.WebHost.UseUrls("http://127.0.0.1:5081"));
await using var product = SocialSharesHost.Create(args, b => b.WebHost.UseUrls("http://127.0.0.1:5080"));
await emulator.StartAsync();
await product.RunAsync();
