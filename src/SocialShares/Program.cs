using SocialShares;

await SocialSharesHost.Create(args).RunAsync();
