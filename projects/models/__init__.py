"""Projects that look for a godparent, what became of them, and who offers to be one."""

from projects.models.adoption import Adoption, Step
from projects.models.news import ProjectNews
from projects.models.offer import Offer
from projects.models.project import Project

__all__ = ["Adoption", "Offer", "Project", "ProjectNews", "Step"]
