"""Files for organizers: what they have as workbooks, forms to fill in, and lists of what to mend."""

from services.files.faults import faults_workbook
from services.files.people import DownloadPeople
from services.files.samples import MakePeopleSample, MakeSample
from services.files.tables import DownloadTable
from services.files.workbook import Made

__all__ = ["DownloadPeople", "DownloadTable", "Made", "MakePeopleSample", "MakeSample", "faults_workbook"]
