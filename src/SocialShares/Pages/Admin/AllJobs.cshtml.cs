using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Operations;
using SocialShares.Resources;

namespace SocialShares.Pages.Admin;

/// <summary>The jobs of the schedule: when they ran, what they did, run one now, pause one.</summary>
public sealed class AllJobsModel(IMediator mediator, TimeProvider clock) : AdminPage("jobs", mediator, clock)
{
    [BindProperty]
    public string? Job { get; set; }

    [BindProperty]
    public bool Paused { get; set; }

    public IReadOnlyList<JobShown> Jobs { get; private set; } = [];

    public Task OnGet() => Read();

    public async Task<IActionResult> OnPostRun()
    {
        await Try(new RunJob(Key, Job ?? ""));
        return await Ended(string.Format(AdminTexts.jobs_started, JobWords.Of(Job ?? "")));
    }

    public async Task<IActionResult> OnPostPause()
    {
        await Try(new PauseJob(Job ?? "", Paused));
        return await Ended(
            string.Format(Paused ? AdminTexts.jobs_paused : AdminTexts.jobs_resumed, JobWords.Of(Job ?? ""))
        );
    }

    private async Task<IActionResult> Ended(string said)
    {
        if (ModelState.IsValid)
            return Done(said, "/admin/jobs");
        await Read();
        return Page();
    }

    private async Task Read() => Jobs = await Ask(new ListJobs());
}
