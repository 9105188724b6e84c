using SocialShares.Tests.Hosting;

[assembly: AssemblyFixture(typeof(SharedWorlds))]
