using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Runs;

namespace ValidationWorkbench.Storage;

/// <summary>The tables of <c>workbench.db</c>. All but <see cref="Runs"/> only ever grow; triggers refuse anything else.</summary>
public sealed class WorkbenchDbContext(DbContextOptions<WorkbenchDbContext> options) : DbContext(options)
{
    public DbSet<StoredAuditRecord> AuditRecords => Set<StoredAuditRecord>();

    public DbSet<Run> Runs => Set<Run>();

    public DbSet<Trial> Trials => Set<Trial>();

    public DbSet<Attempt> Attempts => Set<Attempt>();

    public DbSet<AssessmentEntry> Assessments => Set<AssessmentEntry>();

    public DbSet<EvidenceEntry> Evidence => Set<EvidenceEntry>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<StoredAuditRecord>(entity =>
        {
            entity.ToTable("AuditRecords").HasKey(record => record.Sequence);
            entity.Property(record => record.Sequence).ValueGeneratedNever();
            entity.HasCheckConstraint("AuditRecords_Hash", "typeof(Hash) = 'blob' and length(Hash) = 32");
            entity.HasCheckConstraint("AuditRecords_PreviousHash", "typeof(PreviousHash) = 'blob' and length(PreviousHash) = 32");
            entity.HasIndex(record => record.Hash).IsUnique();
            entity.HasIndex(record => record.PreviousHash).IsUnique();
            entity.HasIndex(record => record.RunId);
            entity.HasIndex(record => record.ActorId);
            entity.HasIndex(record => record.Action);
            entity.HasIndex(record => new { record.EntityType, record.EntityId });
            entity.HasIndex(record => record.AtMicros);
        });
        modelBuilder.Entity<Run>(entity =>
        {
            entity.HasKey(run => run.Id);
            entity.Property(run => run.State).HasConversion<string>();
        });
        modelBuilder.Entity<Trial>(entity =>
        {
            entity.HasKey(trial => new { trial.RunId, trial.CaseId, trial.Role, trial.Repeat });
            entity.Property(trial => trial.Role).HasConversion<string>();
            entity.Ignore(trial => trial.Key);
        });
        modelBuilder.Entity<Attempt>(entity =>
        {
            entity.HasKey(attempt => new { attempt.RunId, attempt.CaseId, attempt.Role, attempt.Repeat, attempt.Number });
            entity.Property(attempt => attempt.Role).HasConversion<string>();
            entity.Ignore(attempt => attempt.Usage);
        });
        modelBuilder.Entity<AssessmentEntry>().HasKey(entry => new { entry.RunId, entry.Number });
        modelBuilder.Entity<EvidenceEntry>().HasKey(entry => entry.Sha256);
    }
}
