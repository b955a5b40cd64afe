using RailOps.Server.Shell;

return await RailOpsShell.ForThisProcess().RunAsync(args, CancellationToken.None);
