CREATE TABLE "Assessments" (
    "RunId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "PlanSha256" TEXT NOT NULL,
    "AtMicros" INTEGER NOT NULL,
    "Outcome" TEXT NOT NULL,
    "ResultsSha256" TEXT NOT NULL,
    "Tool" TEXT NOT NULL,
    "HeadSequence" INTEGER NOT NULL,
    "HeadHash" TEXT NOT NULL,
    "HeadRoot" TEXT NOT NULL,
    CONSTRAINT "PK_Assessments" PRIMARY KEY ("RunId", "Number")
);


CREATE TABLE "Attempts" (
    "RunId" TEXT NOT NULL,
    "CaseId" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "Repeat" INTEGER NOT NULL,
    "Number" INTEGER NOT NULL,
    "StartedMicros" INTEGER NOT NULL,
    "LatencyMicros" INTEGER NOT NULL,
    "FirstTokenMicros" INTEGER NULL,
    "RequestSha256" TEXT NOT NULL,
    "ReplySha256" TEXT NULL,
    "HttpStatus" INTEGER NULL,
    "ServedModel" TEXT NULL,
    "SystemFingerprint" TEXT NULL,
    "ReplyId" TEXT NULL,
    "ServedBy" TEXT NULL,
    "FinishReason" TEXT NULL,
    "PromptTokens" INTEGER NOT NULL,
    "CompletionTokens" INTEGER NOT NULL,
    "CachedTokens" INTEGER NOT NULL,
    "Leaked" INTEGER NOT NULL,
    "Headers" TEXT NULL,
    "Fault" TEXT NULL,
    "TransportError" TEXT NULL,
    "Cancelled" INTEGER NOT NULL,
    CONSTRAINT "PK_Attempts" PRIMARY KEY ("RunId", "CaseId", "Role", "Repeat", "Number")
);


CREATE TABLE "AuditRecords" (
    "Sequence" INTEGER NOT NULL CONSTRAINT "PK_AuditRecords" PRIMARY KEY,
    "Bytes" BLOB NOT NULL,
    "Hash" BLOB NOT NULL,
    "PreviousHash" BLOB NOT NULL,
    "AtMicros" INTEGER NOT NULL,
    "ActorId" TEXT NOT NULL,
    "Action" TEXT NOT NULL,
    "EntityType" TEXT NOT NULL,
    "EntityId" TEXT NOT NULL,
    "RunId" TEXT NOT NULL,
    "Reason" TEXT NULL,
    CONSTRAINT "AuditRecords_Hash" CHECK (typeof(Hash) = 'blob' and length(Hash) = 32),
    CONSTRAINT "AuditRecords_PreviousHash" CHECK (typeof(PreviousHash) = 'blob' and length(PreviousHash) = 32)
);


CREATE TABLE "Evidence" (
    "Sha256" TEXT NOT NULL CONSTRAINT "PK_Evidence" PRIMARY KEY,
    "Segment" INTEGER NOT NULL,
    "Offset" INTEGER NOT NULL,
    "Length" INTEGER NOT NULL
);


CREATE TABLE "Runs" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Runs" PRIMARY KEY,
    "PlannedMicros" INTEGER NOT NULL,
    "Candidate" TEXT NOT NULL,
    "Baseline" TEXT NOT NULL,
    "ConfigurationSha256" TEXT NOT NULL,
    "Planned" INTEGER NOT NULL,
    "State" TEXT NOT NULL,
    "Outcome" TEXT NULL
);


CREATE TABLE "Trials" (
    "RunId" TEXT NOT NULL,
    "CaseId" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "Repeat" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "Answered" INTEGER NOT NULL,
    "FinishedMicros" INTEGER NOT NULL,
    CONSTRAINT "PK_Trials" PRIMARY KEY ("RunId", "CaseId", "Role", "Repeat")
);


CREATE INDEX "IX_AuditRecords_Action" ON "AuditRecords" ("Action");


CREATE INDEX "IX_AuditRecords_ActorId" ON "AuditRecords" ("ActorId");


CREATE INDEX "IX_AuditRecords_AtMicros" ON "AuditRecords" ("AtMicros");


CREATE INDEX "IX_AuditRecords_EntityType_EntityId" ON "AuditRecords" ("EntityType", "EntityId");


CREATE UNIQUE INDEX "IX_AuditRecords_Hash" ON "AuditRecords" ("Hash");


CREATE UNIQUE INDEX "IX_AuditRecords_PreviousHash" ON "AuditRecords" ("PreviousHash");


CREATE INDEX "IX_AuditRecords_RunId" ON "AuditRecords" ("RunId");
