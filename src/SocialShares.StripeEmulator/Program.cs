using SocialShares.StripeEmulator;

await StripeEmulatorHost.Create(args).RunAsync();
