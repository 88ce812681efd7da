"""What the screens of promises and claims refuse, each time with a sentence and a code.

Refused (media.refusals)
├── ReportRefused
│   ├── MayNotReport            REP-001
│   ├── NotTheSponsor           REP-002
│   └── LinkOver                REP-003
├── PledgeRefused
│   ├── MayNotPledge            PLG-001
│   ├── WrongStep               PLG-002
│   ├── NoCeiling               PLG-003
│   ├── NoClause                PLG-004
│   ├── NothingToGive           PLG-005
│   ├── SignatureMissing        PLG-006
│   ├── SameSignature           PLG-007
│   ├── EndBeforeStart          PLG-008
│   ├── EndIsPast               PLG-009
│   ├── DueBeforeEnd            PLG-010
│   ├── AmendmentWaits          PLG-011
│   ├── ReplacedIsOver          PLG-012
│   ├── GivesLessThanBefore     PLG-013
│   ├── MilestoneIsPast         PLG-014
│   ├── OtherUnit               PLG-015
│   ├── ActsMissing             PLG-016
│   ├── DeliveryRefused
│   │   ├── NotTheBeneficiary   PLG-020
│   │   ├── NoteMissing         PLG-021
│   │   ├── ProofMissing        PLG-022
│   │   ├── ProofNotTaken       PLG-023
│   │   ├── NothingDelivered    PLG-024
│   │   ├── MoreThanUnlocked    PLG-025
│   │   └── NotYetDelivered     PLG-026
│   ├── ReversalRefused
│   │   ├── NotReversible       PLG-030
│   │   ├── ReasonMissing       PLG-031
│   │   ├── MoreThanWritten     PLG-032
│   │   ├── StillCounting       PLG-033
│   │   └── AlreadyDelivered    PLG-034
│   ├── DeclarationRefused
│   │   ├── MayNotDeclare       DEC-001
│   │   ├── DocumentMissing     DEC-002
│   │   ├── DoneInTheFuture     DEC-003
│   │   ├── OwnDeclaration      DEC-004
│   │   ├── AlreadyDecided      DEC-005
│   │   ├── WhyMissing          DEC-006
│   │   └── NotRevocable        DEC-007
│   └── QuantityRefused
│       ├── NotAQuantity        PLG-040
│       ├── TwoReadings         PLG-041
│       ├── OtherMeasure        PLG-042
│       ├── TooFine             PLG-043
│       └── TooMuch             PLG-044
└── ClaimRefused
    ├── MayNotRule              CLM-001
    ├── AlreadyRuled            CLM-002
    ├── NoEvidence              CLM-003
    ├── RulingReasonMissing     CLM-004
    ├── AnswerMissing           CLM-005
    ├── NotTheirSpeaker         CLM-006
    └── TooManyContestations    CLM-007
"""

from campaigns.refusals.claims import (
    AlreadyRuled,
    AnswerMissing,
    ClaimRefused,
    MayNotRule,
    NoEvidence,
    NotTheirSpeaker,
    RulingReasonMissing,
    TooManyContestations,
)
from campaigns.refusals.declarations import (
    AlreadyDecided,
    DeclarationRefused,
    DocumentMissing,
    DoneInTheFuture,
    MayNotDeclare,
    NotRevocable,
    OwnDeclaration,
    WhyMissing,
)
from campaigns.refusals.deliveries import (
    DeliveryRefused,
    MoreThanUnlocked,
    NoteMissing,
    NothingDelivered,
    NotTheBeneficiary,
    NotYetDelivered,
    ProofMissing,
    ProofNotTaken,
)
from campaigns.refusals.pledges import (
    ActsMissing,
    AmendmentWaits,
    DueBeforeEnd,
    EndBeforeStart,
    EndIsPast,
    GivesLessThanBefore,
    MayNotPledge,
    MilestoneIsPast,
    NoCeiling,
    NoClause,
    NothingToGive,
    OtherUnit,
    PledgeRefused,
    ReplacedIsOver,
    SameSignature,
    SignatureMissing,
    WrongStep,
)
from campaigns.refusals.quantities import (
    NotAQuantity,
    OtherMeasure,
    QuantityRefused,
    TooFine,
    TooMuch,
    TwoReadings,
)
from campaigns.refusals.reports import (
    LinkOver,
    MayNotReport,
    NotTheSponsor,
    ReportRefused,
)
from campaigns.refusals.reversals import (
    AlreadyDelivered,
    MoreThanWritten,
    NotReversible,
    ReasonMissing,
    ReversalRefused,
    StillCounting,
)

__all__ = [
    "ActsMissing",
    "AlreadyDecided",
    "AlreadyDelivered",
    "AlreadyRuled",
    "AmendmentWaits",
    "AnswerMissing",
    "ClaimRefused",
    "DeclarationRefused",
    "DeliveryRefused",
    "DocumentMissing",
    "DoneInTheFuture",
    "DueBeforeEnd",
    "EndBeforeStart",
    "EndIsPast",
    "GivesLessThanBefore",
    "LinkOver",
    "MayNotDeclare",
    "MayNotPledge",
    "MayNotReport",
    "MayNotRule",
    "MilestoneIsPast",
    "MoreThanUnlocked",
    "MoreThanWritten",
    "NoCeiling",
    "NoClause",
    "NoEvidence",
    "NotAQuantity",
    "NotReversible",
    "NotRevocable",
    "NotTheBeneficiary",
    "NotTheSponsor",
    "NotTheirSpeaker",
    "NotYetDelivered",
    "NoteMissing",
    "NothingDelivered",
    "NothingToGive",
    "OtherMeasure",
    "OtherUnit",
    "OwnDeclaration",
    "PledgeRefused",
    "ProofMissing",
    "ProofNotTaken",
    "QuantityRefused",
    "ReasonMissing",
    "ReplacedIsOver",
    "ReportRefused",
    "ReversalRefused",
    "RulingReasonMissing",
    "SameSignature",
    "SignatureMissing",
    "StillCounting",
    "TooFine",
    "TooManyContestations",
    "TooMuch",
    "TwoReadings",
    "WhyMissing",
    "WrongStep",
]
